import { stateOf } from '#kernel';
import type { Actor, Recorded } from '#kernel';
import { memberDecider } from '../../domain/member.decider.js';
import type { MemberEvent } from '../../domain/member.events.js';
import { currentInterests } from '../../domain/member.state.js';
import { isHimself, seesEmail } from '../../domain/readers.js';
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
    skills: skillsIn(events),
    interests: events
      .flatMap((event) => (event.type === 'InterestDeclared' ? [event.data] : []))
      .filter(({ interestId }) => current.includes(interestId)),
  };
};

/** As this viewer sees it: why somebody declares an interest is his own matter. */
export const shownTo = (viewer: Actor, { email, interests, ...page }: MemberPage): MemberPage => ({
  ...page,
  ...(email !== undefined && seesEmail(viewer, page.memberId) && { email }),
  interests: isHimself(viewer, page.memberId) ? interests : interests.map(withoutNote),
});

const withoutNote = ({ interestId, partyKey, since }: MemberPage['interests'][number]) => ({
  interestId,
  partyKey,
  ...(since !== undefined && { since }),
});

const profileIn = (events: readonly MemberEvent[]): Pick<MemberPage, 'name' | 'email'> => {
  const last = events.findLast((event) => event.type === 'MemberProfileRecorded');
  return last?.data ?? {};
};

const skillsIn = (events: readonly MemberEvent[]): MemberPage['skills'] => {
  const last = events.findLast((event) => event.type === 'MemberSkillsSet');
  return { languages: [...(last?.data.languages ?? [])], topics: [...(last?.data.topics ?? [])] };
};
