import { stateOf } from '#kernel';
import type { Recorded } from '#kernel';
import { memberDecider } from '../../domain/member.decider.js';
import type { MemberEvent } from '../../domain/member.events.js';
import { currentInterests } from '../../domain/member.state.js';
import type { MemberPage } from './member-page.answer.js';

/** The page of what has happened to him; `undefined`: there is no such member. */
export const memberPageOf = (memberId: string, events: readonly Recorded<MemberEvent>[]): MemberPage | undefined => {
  const state = stateOf(memberDecider, events);
  const { status } = state;
  if (status === undefined) return undefined;
  const current = currentInterests(state).map(({ interestId }) => interestId);
  return {
    memberId,
    version: events.length,
    status,
    active: status === 'active',
    roles: [...state.roles],
    ...profileIn(events),
    interests: events
      .flatMap((event) => (event.type === 'InterestDeclared' ? [event.data] : []))
      .filter(({ interestId }) => current.includes(interestId)),
  };
};

const profileIn = (events: readonly MemberEvent[]): Pick<MemberPage, 'name' | 'email'> => {
  const recorded = events.flatMap((event) => (event.type === 'MemberProfileRecorded' ? [event.data] : []));
  return recorded.at(-1) ?? {};
};
