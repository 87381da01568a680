import type { CheckEvent, EvidenceLinked } from '../check.events.js';
import type { Stance } from '../check.state.js';
import { evidenceChangesIn, of } from './history.js';
import type { Invariant, Past } from './history.js';

/** Of evidence, questions and replies. */
export const RESEARCH_INVARIANTS: Readonly<Record<string, Invariant>> = {
  'the evidence set changes only while the check is researched, one by one': ({ event }, past) => {
    const [change] = evidenceChangesIn([event]);
    if (change === undefined) return true;
    return (
      of(past, 'StageEntered').at(-1)?.data.stage === 'researching' &&
      change.evidenceSet === evidenceChangesIn(past).length + 1
    );
  },

  'the set of the deciding round is the set of the version': ({ event }, past) =>
    event.type !== 'VerdictDrafted' ||
    (event.data.evidenceSet === of(past, 'ReviewRoundOpened').at(-1)?.data.evidenceSet &&
      event.data.evidenceSet === evidenceChangesIn(past).length),

  'only what is linked now is weighed, taken away, ruled on, answered with or cited': ({ event }, past) =>
    namedIn(event).every((linkId) => linksIn(past).some((link) => link.linkId === linkId)),

  'no evidence is linked twice at a time': ({ event }, past) =>
    event.type !== 'EvidenceLinked' || !linksIn(past).some(({ evidenceId }) => evidenceId === event.data.evidenceId),

  'a question is settled once': ({ event }, past) => {
    if (event.type !== 'QuestionAnswered' && event.type !== 'QuestionWithdrawn') return true;
    const isOfIt = ({ data }: { readonly data: { readonly questionId: string } }) =>
      data.questionId === event.data.questionId;
    const settled = [...of(past, 'QuestionAnswered'), ...of(past, 'QuestionWithdrawn')];
    return of(past, 'QuestionAsked').some(isOfIt) && !settled.some(isOfIt);
  },

  'the questions that are open are named when the research ends': ({ event }, past) => {
    if (event.type !== 'CheckSubmittedForReview') return true;
    const settled = [...of(past, 'QuestionAnswered'), ...of(past, 'QuestionWithdrawn')].map(
      ({ data }) => data.questionId,
    );
    const open = of(past, 'QuestionAsked').filter(({ data }) => !settled.includes(data.questionId));
    return same(
      event.data.openQuestionIds,
      open.map(({ data }) => data.questionId),
    );
  },

  'a window is closed once, and for silence not before its time': ({ event, command }, past) => {
    if (event.type !== 'ReplyWindowClosed') return true;
    const { replyId, outcome } = event.data;
    const asked = of(past, 'ReplyRequested').find(({ data }) => data.replyId === replyId);
    const isInTime = outcome === 'declined' || command.at >= (asked?.data.dueAt ?? '9');
    return openIn(past).includes(replyId) && isInTime && (outcome === 'no_answer' || command.actor.kind === 'member');
  },

  'a reply is received once, late if its window is over': ({ event, command }, past) => {
    if (event.type !== 'ReplyReceived') return true;
    const { replyId, late } = event.data;
    const asked = of(past, 'ReplyRequested').find(({ data }) => data.replyId === replyId);
    const isOver = !openIn(past).includes(replyId) || command.at > (asked?.data.dueAt ?? '0');
    return asked !== undefined && late === isOver && !receivedIn(past).includes(replyId);
  },

  'no verdict is approved while somebody may still answer, nor approved or published past an answer': (
    { event },
    past,
  ) => {
    if (event.type === 'VerdictApproved')
      return openIn(past).length === 0 && same(event.data.consideredReplyIds, receivedIn(past));
    const approval = of(past, 'VerdictApproved').at(-1)?.data;
    return event.type !== 'VerdictPublished' || same(approval?.consideredReplyIds ?? [], receivedIn(past));
  },

  'a finding that weighs on the claimant is approved when he was asked, or by a waiver': ({ event }, past) => {
    if (event.type !== 'VerdictApproved') return true;
    const { finding } = of(past, 'VerdictDrafted').at(-1)?.data ?? {};
    const weighs = ['mostly_refuted', 'refuted', 'misleading_context'].includes(finding ?? '');
    const isAsked = of(past, 'ReplyRequested').some(({ data }) => data.purpose === 'claimant');
    return !weighs || isAsked || event.data.waivers.some(({ rule }) => rule === 'reply');
  },

  'an assertion, and a second link of one origin, adds no independent group': ({ event }, past) => {
    if (event.type !== 'VerdictApproved') return true;
    const { finding } = of(past, 'VerdictDrafted').at(-1)?.data ?? {};
    const stance = CARRIED_BY[finding ?? ''];
    const carrying = linksIn(past).filter((link) => link.stance === stance && link.nature !== 'assertion');
    const groups = [...new Set(carrying.map(({ originGroup }) => originGroup))];
    const isWaived = event.data.waivers.some(({ rule }) => rule === 'sources');
    return same(event.data.independentGroups, groups) && (stance === undefined || isWaived || groups.length >= 2);
  },
};

/** Of the findings that are ruled at random here. */
const CARRIED_BY: Readonly<Record<string, Stance | undefined>> = {
  mostly_supported: 'supports',
  refuted: 'refutes',
};

type Weighed = Pick<EvidenceLinked['data'], 'linkId' | 'evidenceId' | 'stance' | 'nature' | 'originGroup'>;

/** The evidence set at hand, counted event by event. */
const linksIn = (past: Past): readonly Weighed[] =>
  past.reduce<readonly Weighed[]>((links, event) => {
    if (event.type === 'EvidenceLinked') return [...links, event.data];
    if (event.type === 'EvidenceUnlinked') return links.filter(({ linkId }) => linkId !== event.data.linkId);
    if (event.type !== 'EvidenceReassessed') return links;
    const { linkId, stance, nature, originGroup } = event.data;
    return links.map((link) => (link.linkId === linkId ? { ...link, stance, nature, originGroup } : link));
  }, []);

const namedIn = (event: CheckEvent): readonly string[] => {
  if (event.type === 'EvidenceReassessed' || event.type === 'EvidenceUnlinked') return [event.data.linkId];
  if (event.type === 'QuestionAnswered' || event.type === 'RulingSubmitted') return event.data.linkIds;
  return event.type === 'VerdictDrafted' ? event.data.citedLinkIds : [];
};

const receivedIn = (past: Past): readonly string[] => of(past, 'ReplyReceived').map(({ data }) => data.replyId);

const openIn = (past: Past): readonly string[] => {
  const settled = [...receivedIn(past), ...of(past, 'ReplyWindowClosed').map(({ data }) => data.replyId)];
  return of(past, 'ReplyRequested')
    .map(({ data }) => data.replyId)
    .filter((replyId) => !settled.includes(replyId));
};

const same = (some: readonly string[], others: readonly string[]): boolean =>
  some.toSorted().join(' ') === others.toSorted().join(' ');
