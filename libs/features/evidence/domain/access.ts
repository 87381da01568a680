import { EDITORIAL, mayEver } from '#kernel';
import type { Actor, Answer, By } from '#kernel';

type Act = 'GetEvidence' | 'GiveFile';

const WHO: { readonly [Name in Act]: readonly By[] } = {
  GetEvidence: [...EDITORIAL, 'auditor'],
  GiveFile: EDITORIAL,
};

/** Who may do what is no command: look at evidence, and give the desk a file. What he then sees, `visible` says. */
export const mayAccess = (act: Act, actor: Actor): Answer => mayEver(WHO[act], actor);
