import type { Capacity } from '#kernel';
import type { CheckEvent } from '../check.events.js';
import { of } from './history.js';
import type { Invariant, Past } from './history.js';
import { roundAtHand } from './round-at-hand.js';

type Held = { readonly memberId: string; readonly capacity: Capacity; readonly isAccepted: boolean };

/** Of who takes part in a check, and of what follows when somebody leaves it. */
export const ASSIGNMENT_INVARIANTS: Readonly<Record<string, Invariant>> = {
  'who has recused himself is asked and accepted no more': ({ event }, past) => {
    const asked = askedIn(event);
    return asked === undefined || !recusedIn(past).includes(asked);
  },

  'nobody is asked or taken with an interest in the claimant': ({ event, interested }) => {
    const asked = askedIn(event);
    return asked === undefined || !interested.includes(asked);
  },

  'an assignment is answered, handed on and ended only while it is open': ({ event }, past) =>
    touchedBy(event).every((id) => openIn(past).has(id)),

  'nobody holds or is offered a capacity twice': ({ event }, past) => {
    const offer = offerIn(event);
    if (offer === undefined) return true;
    const others = [...openIn(past).values()];
    return !others.some(({ memberId, capacity }) => memberId === offer.memberId && capacity === offer.capacity);
  },

  'a recusal ends every assignment of that member': ({ event }, past) => {
    if (event.type !== 'MemberRecused') return true;
    const { memberId, assignmentIds } = event.data;
    const own = [...openIn(past)].filter(([, one]) => one.memberId === memberId).map(([id]) => id);
    return own.length === assignmentIds.length && own.every((id) => assignmentIds.includes(id));
  },

  'while a check is researched somebody researches it': ({ event }, past) => {
    const isResearched = of(past, 'StageEntered').at(-1)?.data.stage === 'researching';
    if (!isResearched || event.type === 'StageEntered') return true;
    return [...openIn(past).values()].some(({ capacity, isAccepted }) => capacity === 'researcher' && isAccepted);
  },

  'only a service, or the author himself by recusing, takes a ruling out of a sealed round': (
    { event, command },
    past,
  ) => {
    if (event.type !== 'AssignmentReleased' && event.type !== 'MemberRecused') return true;
    const { setAsideRulingIds, memberId } = event.data;
    const isSealed = of(past, 'StageEntered').at(-1)?.data.stage === 'in_review';
    const own = isSealed ? (roundAtHand(past)?.rulings ?? []).filter(({ reviewerId }) => reviewerId === memberId) : [];
    const isReviewer = event.type === 'MemberRecused' || event.data.capacity === 'reviewer';
    const expected = isReviewer ? own.map(({ rulingId }) => rulingId) : [];
    const mayTake = event.type === 'MemberRecused' || command.actor.kind === 'service';
    return (
      setAsideRulingIds.length === expected.length &&
      setAsideRulingIds.every((id) => expected.includes(id)) &&
      (mayTake || setAsideRulingIds.length === 0)
    );
  },

  'nothing is decided, drafted, approved or published on a round that was set aside': ({ event }, past) => {
    const round = roundAtHand(past);
    if (event.type === 'RoundDecided' || event.type === 'VerdictDrafted') return round?.isSetAside === false;
    if (event.type !== 'VerdictApproved' && event.type !== 'VerdictPublished') return true;
    const types = past.map(({ type }) => type);
    const restsOn = event.type === 'VerdictApproved' ? 'VerdictDrafted' : 'VerdictApproved';
    return types.lastIndexOf(restsOn) > types.lastIndexOf('RoundSetAside');
  },

  'a round is set aside once, and one that is sealed or decided only where the case itself is left or goes back': (
    { event },
    past,
  ) => {
    if (event.type !== 'RoundSetAside') return true;
    const round = roundAtHand(past);
    const { reason } = event.data;
    const isOfCase = ['returned', 'shelved', 'withdrawn'].includes(reason);
    const may = isOfCase ? !round?.isDecided : round?.isRevealed;
    return may === true && round?.isSetAside === false && round.opened.round === event.data.round;
  },
};

export const recusedIn = (past: Past): readonly string[] => of(past, 'MemberRecused').map(({ data }) => data.memberId);

const askedIn = (event: CheckEvent): string | undefined =>
  event.type === 'AssignmentAccepted' ? event.data.memberId : offerIn(event)?.memberId;

const offerIn = (event: CheckEvent): (Held & { readonly assignmentId: string }) | undefined => {
  if (event.type === 'AssignmentOffered') {
    const { assignmentId, memberId, capacity } = event.data;
    return { assignmentId, memberId, capacity, isAccepted: false };
  }
  if (event.type !== 'AssignmentTransferred') return undefined;
  const { newAssignmentId: assignmentId, toMemberId: memberId, capacity } = event.data;
  return { assignmentId, memberId, capacity, isAccepted: false };
};

const touchedBy = (event: CheckEvent): readonly string[] => {
  if (event.type === 'MemberRecused') return event.data.assignmentIds;
  const isOfOne =
    event.type === 'AssignmentAccepted' ||
    event.type === 'AssignmentDeclined' ||
    event.type === 'AssignmentExpired' ||
    event.type === 'AssignmentTransferred' ||
    event.type === 'AssignmentReleased';
  return isOfOne ? [event.data.assignmentId] : [];
};

/** Offered and not answered, or held; by its id. */
const openIn = (past: Past): ReadonlyMap<string, Held> => {
  const open = new Map<string, Held>();
  for (const event of past) {
    for (const id of touchedBy(event)) {
      const held = open.get(id);
      open.delete(id);
      if (event.type === 'AssignmentAccepted' && held) open.set(id, { ...held, isAccepted: true });
    }
    const offer = offerIn(event);
    if (offer) open.set(offer.assignmentId, offer);
    if (event.type === 'VerdictPublished') open.clear();
  }
  return open;
};
