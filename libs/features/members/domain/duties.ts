import { DomainError } from '#kernel';
import type { Key } from '#kernel';

/** Who did what in a case: what the separation of duties asks about. */
export type People = {
  /** Accepted the researcher capacity; linked, reassessed or unlinked evidence; answered a question; recorded a reply. */
  readonly workedOn: readonly string[];
  /** Drafted any version. */
  readonly drafted: readonly string[];
  /** Registered the submission, proposed or accepted the claim. */
  readonly handledClaim: readonly string[];
  /** Entered a ruling in any round of this check. */
  readonly everRuled: readonly string[];
  /** Ruled, or broke the tie, in the deciding round. */
  readonly ruled: readonly string[];
  /** Of those, whose ruling does not count any more: he left before it was opened. */
  readonly setAside: readonly string[];
  /** Have stepped back from this check, for ever. */
  readonly recused: readonly string[];
  /** Of the claim: an interest in one of them bars. */
  readonly partyKeys: readonly Key[];
};

/** One thing that bars a member from an act. No role is exempt. */
export type Duty = {
  readonly code: string;
  readonly message: string;
  readonly bars: (people: People) => readonly string[];
};

/** S1: a ruling is independent of who prepared the case. */
export const REVIEWER_IS_INDEPENDENT: readonly Duty[] = [
  {
    code: 'reviewer-not-independent',
    message: 'A reviewer neither researched nor drafted in this case, and did not handle its claim.',
    bars: ({ workedOn, drafted, handledClaim }) => [...workedOn, ...drafted, ...handledClaim],
  },
];

/** S2: a tie is broken by somebody who has not ruled, and is as independent as a reviewer. */
export const TIE_BREAKER_IS_INDEPENDENT: readonly Duty[] = [
  {
    code: 'tie-breaker-not-independent',
    message: 'A tie-breaker took no part in this case and entered no ruling in any of its rounds.',
    bars: ({ workedOn, drafted, handledClaim, everRuled }) => [...workedOn, ...drafted, ...handledClaim, ...everRuled],
  },
];

/** S3: who has ruled in a round, or broken its tie, has had his say in it. */
export const HAS_NOT_RULED: readonly Duty[] = [
  {
    code: 'approver-ruled',
    message: 'Who ruled in the deciding round does not sign the verdict.',
    bars: ({ ruled }) => ruled,
  },
];

/** S3: an approval is by somebody who made none of it. Policy may lift the last one (`approval.mayHaveRuled`). */
export const approverTookNoPart = (mayHaveRuled: boolean): readonly Duty[] => [
  {
    code: 'approver-is-researcher',
    message: 'Who worked on the evidence does not sign the verdict.',
    bars: ({ workedOn }) => workedOn,
  },
  { code: 'approver-is-drafter', message: 'Who drafted the verdict does not sign it.', bars: ({ drafted }) => drafted },
  {
    code: 'approver-handled-claim',
    message: 'Who registered, proposed or accepted the claim does not sign its verdict.',
    bars: ({ handledClaim }) => handledClaim,
  },
  {
    code: 'approver-is-sole-ruler',
    message: 'The only one who ruled does not sign the verdict.',
    bars: (people) => soleRulersOf(people),
  },
  ...(mayHaveRuled ? [] : HAS_NOT_RULED),
];

/** S7: who has stepped back from a check takes no part in it again. */
export const HAS_NOT_RECUSED: readonly Duty[] = [
  {
    code: 'recused',
    message: 'Who has recused himself from a check takes no part in it again.',
    bars: ({ recused }) => recused,
  },
];

/** The first duty that this member would break. */
export const brokenBy = (duties: readonly Duty[], memberId: string, people: People): Duty | undefined =>
  duties.find(({ bars }) => bars(people).includes(memberId));

/** Goes on only if none is broken. */
export const keep = (duties: readonly Duty[], memberId: string, people: People, category: string): void => {
  const broken = brokenBy(duties, memberId, people);
  if (broken !== undefined) throw new DomainError('forbidden', `${category}/${broken.code}`, broken.message);
};

/** S7: nobody acts in a case about a party in which he has an interest. */
export const keepFreeOfInterest = (
  { interests }: { readonly interests: readonly Key[] },
  { partyKeys }: Pick<People, 'partyKeys'>,
  category: string,
): void => {
  if (interests.some((key) => partyKeys.includes(key)))
    throw new DomainError(
      'forbidden',
      `${category}/conflict-of-interest`,
      'A declared interest in a party of the claim bars this.',
    );
};

const soleRulersOf = ({ ruled, setAside }: People): readonly string[] => {
  const counted = ruled.filter((id) => !setAside.includes(id));
  return counted.length === 1 ? counted : [];
};
