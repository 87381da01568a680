import type { Recorded } from '#kernel';
import type { CheckEvent } from '../../domain/check.events.js';
import type { PartOf } from '../../domain/visible.js';

type Event = Recorded<CheckEvent> | PartOf;

/** Who is in a round, who was and has left it while it was sealed, and whose rulings went with them, as far as that is seen. */
export type RoundMembers = {
  readonly reviewers: readonly string[];
  readonly left: readonly string[];
  readonly setAsideRulingIds: readonly string[];
};

/** From its opening until it is revealed or set aside: whoever leaves later leaves what was revealed as it is. */
export const roundMembersIn = (
  { round, reviewers }: { readonly round: number; readonly reviewers: readonly string[] },
  openedWith: number,
  events: readonly Event[],
): RoundMembers => {
  const later = events
    .filter(({ version }) => version > openedWith)
    .toSorted((one, other) => one.version - other.version);
  const end = later.findIndex((event) => endsSeal(event) && event.data.round === round);
  return (end === -1 ? later : later.slice(0, end)).reduce<RoundMembers>(
    (members, event) => {
      if (event.type === 'ReviewerAdded' && event.data.memberId !== undefined)
        return joinedBy(event.data.memberId, members);
      const leaver = leaverIn(event);
      return leaver === undefined ? members : leftBy(leaver, setAsideIn(event), members);
    },
    { reviewers, left: [], setAsideRulingIds: [] },
  );
};

const endsSeal = (event: Event): event is Extract<Event, { readonly type: 'RulingsRevealed' | 'RoundSetAside' }> =>
  event.type === 'RulingsRevealed' || event.type === 'RoundSetAside';

const leaverIn = (event: Event): string | undefined => {
  if (event.type === 'MemberRecused') return event.data.memberId;
  if (event.type === 'AssignmentReleased') return event.data.capacity === 'reviewer' ? event.data.memberId : undefined;
  if (event.type !== 'AssignmentTransferred' || event.data.capacity !== 'reviewer') return undefined;
  return event.data.fromMemberId;
};

const setAsideIn = (event: Event): readonly string[] =>
  event.type === 'MemberRecused' || event.type === 'AssignmentReleased' ? (event.data.setAsideRulingIds ?? []) : [];

const joinedBy = (memberId: string, { reviewers, left, ...rest }: RoundMembers): RoundMembers => ({
  ...rest,
  reviewers: [...reviewers, memberId],
  left: left.filter((id) => id !== memberId),
});

const leftBy = (memberId: string, ids: readonly string[], members: RoundMembers): RoundMembers => {
  if (!members.reviewers.includes(memberId)) return members;
  return {
    reviewers: members.reviewers.filter((id) => id !== memberId),
    left: [...members.left, memberId],
    setAsideRulingIds: [...members.setAsideRulingIds, ...ids],
  };
};
