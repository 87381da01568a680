import type { Recorded } from '#kernel';
import type { CheckEvent, QuestionAsked } from '../../domain/check.events.js';
import { ofType } from '../of-type.js';
import type { CheckQuestion } from './research.answer.js';

type Events = readonly Recorded<CheckEvent>[];

/** Those that nobody has answered come first. */
export const questionsIn = (events: Events): CheckQuestion[] =>
  ofType(events, 'QuestionAsked')
    .map((asked) => questionOf(asked, events))
    .toSorted((one, other) => ORDER.indexOf(one.status) - ORDER.indexOf(other.status));

const ORDER: readonly CheckQuestion['status'][] = ['open', 'answered', 'withdrawn'];

const questionOf = ({ data, actor, recordedAt }: Recorded<QuestionAsked>, events: Events): CheckQuestion => {
  const question = { ...data, askedBy: actor.id, askedAt: recordedAt };
  const isOfIt = (event: { readonly data: { readonly questionId: string } }) =>
    event.data.questionId === data.questionId;
  const answered = ofType(events, 'QuestionAnswered').find(isOfIt);
  if (answered !== undefined) {
    const { answer, linkIds, by } = answered.data;
    const settled = { settledBy: by, settledAt: answered.recordedAt };
    return { ...question, status: 'answered', answer, linkIds: [...linkIds], ...settled };
  }
  const withdrawn = ofType(events, 'QuestionWithdrawn').find(isOfIt);
  if (withdrawn === undefined) return { ...question, status: 'open' };
  const settled = { settledBy: withdrawn.actor.id, settledAt: withdrawn.recordedAt };
  return { ...question, status: 'withdrawn', reason: withdrawn.data.reason, ...settled };
};
