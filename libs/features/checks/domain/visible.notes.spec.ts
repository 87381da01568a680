import { stateOf } from '#kernel';
import type { Actor } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import type { NoteAudience } from './check.state.js';
import { NO_HIDDEN_LINKS } from './hidden-links.js';
import {
  accepted,
  also,
  ana,
  ben,
  cleo,
  dan,
  eva,
  fay,
  gus,
  inReview,
  noteAdded,
  reconciling,
  roundOpened,
  stage,
} from './testing/index.js';
import { visible } from './visible.js';
import type { Viewer } from './visible.js';

const sees = (viewer: Actor | 'public', audience: NoteAudience, author: Actor, rest: readonly CheckEvent[] = []) => {
  const past = audience === 'editors' ? inReview() : reconciling();
  const event = recorded<CheckEvent>(noteAdded(audience), 'c4', author);
  const as: Viewer = viewer === 'public' ? viewer : { id: viewer.id, roles: viewer.roles };
  return visible(as, event, stateOf(checkDecider, [...past, event, ...rest]), NO_HIDDEN_LINKS).shows;
};

const shown = (is: boolean) => (is ? 'all' : 'nothing');

describe('a note', () => {
  it.each<[string, Actor | 'public', Actor, readonly [desk: boolean, editors: boolean, round: boolean]]>([
    ['its author, who reviews', cleo, cleo, [true, true, true]],
    ['its author, who researches', ben, ben, [true, true, true]],
    ['another reviewer of the round', dan, cleo, [true, false, true]],
    ['another reviewer who is editor and approver too', also(dan, 'editor', 'approver'), cleo, [true, false, true]],
    ['the researcher', ben, cleo, [true, false, false]],
    ['the researcher who is an editor too', also(ben, 'editor'), cleo, [true, false, false]],
    ['an editor', ana, cleo, [true, true, true]],
    ['an approver', eva, cleo, [true, true, true]],
    ['an auditor', gus, cleo, [true, true, true]],
    ['the public', 'public', cleo, [false, false, false]],
  ])('is seen by %s as its audience says', (_, viewer, author, [desk, editors, round]) => {
    expect(sees(viewer, 'desk', author)).toBe(shown(desk));
    expect(sees(viewer, 'editors', author)).toBe(shown(editors));
    expect(sees(viewer, 'round', author)).toBe(shown(round));
  });

  it('to a round is for those who reviewed in it, also once there is another', () => {
    const next = [stage('ready_for_review', 6), ...accepted('fay', 'reviewer'), roundOpened(['fay'], { round: 2 })];
    expect(sees(dan, 'round', cleo, next)).toBe('all');
    expect(sees(fay, 'round', cleo, next)).toBe('nothing');
  });
});
