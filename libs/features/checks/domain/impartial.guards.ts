import { HAS_NOT_RECUSED, keep, keepFreeOfInterest } from '#features/members';
import type { MemberFacts, People } from '#features/members';

/** S7: no interest in a party of the claim as it stands now, and no recusal from this check. */
export const demandImpartial = (member: MemberFacts, claim: Pick<People, 'partyKeys'>, people: People): void => {
  keepFreeOfInterest(member, claim, 'check');
  keep(HAS_NOT_RECUSED, member.memberId, people, 'check');
};
