import type { Actor, DataOf } from '#kernel';
import type {
  AnswerQuestion,
  AskQuestion,
  ReassessEvidence,
  UnlinkEvidence,
  WithdrawQuestion,
} from '../check.commands.js';
import type { CheckEvent, EvidenceReassessed, EvidenceUnlinked, QuestionAnswered } from '../check.events.js';
import { from } from './changes.js';
import type { Changes } from './changes.js';
import { e2 } from './world.js';

// What is asked of the research, and what has happened in it, beside the linking itself.

export const reassess = (actor: Actor, { data, facts, at }: Changes<ReassessEvidence> = {}): ReassessEvidence => ({
  type: 'ReassessEvidence',
  data: {
    linkId: 'l2',
    stance: 'context',
    nature: 'record',
    weight: 'high',
    reason: 'It is a record of who said it.',
    ...data,
  },
  facts: { evidence: e2, ...facts },
  ...from(actor, at),
});

export const unlink = (actor: Actor, { data, at }: Changes<UnlinkEvidence> = {}): UnlinkEvidence => ({
  type: 'UnlinkEvidence',
  data: { linkId: 'l2', reason: 'It is about another delivery.', ...data },
  ...from(actor, at),
});

export const ask = (actor: Actor, { data, at }: Changes<AskQuestion> = {}): AskQuestion => ({
  type: 'AskQuestion',
  data: { questionId: 'q1', text: 'Which material was published?', ...data },
  ...from(actor, at),
});

export const answer = (actor: Actor, { data, at }: Changes<AnswerQuestion> = {}): AnswerQuestion => ({
  type: 'AnswerQuestion',
  data: { questionId: 'q1', answer: 'None was found.', linkIds: ['l2'], ...data },
  ...from(actor, at),
});

export const withdrawQuestion = (actor: Actor, { data, at }: Changes<WithdrawQuestion> = {}): WithdrawQuestion => ({
  type: 'WithdrawQuestion',
  data: { questionId: 'q1', reason: 'The next question asks the same.', ...data },
  ...from(actor, at),
});

export const reassessed = (
  linkId: string,
  evidenceSet: number,
  changes: Partial<DataOf<EvidenceReassessed>> = {},
): CheckEvent => ({
  type: 'EvidenceReassessed',
  data: {
    linkId,
    stance: 'context',
    nature: 'record',
    weight: 'high',
    reason: 'It is a record of who said it.',
    originGroup: 'us-government',
    evidenceSet,
    by: 'ben',
    ...changes,
  },
});

export const unlinked = (
  linkId: string,
  evidenceSet: number,
  changes: Partial<DataOf<EvidenceUnlinked>> = {},
): CheckEvent => ({
  type: 'EvidenceUnlinked',
  data: { linkId, reason: 'It is about another delivery.', evidenceSet, by: 'ben', ...changes },
});

export const asked = (questionId = 'q1'): CheckEvent => ({
  type: 'QuestionAsked',
  data: { questionId, text: 'Which material was published?' },
});

export const answered = (changes: Partial<DataOf<QuestionAnswered>> = {}): CheckEvent => ({
  type: 'QuestionAnswered',
  data: { questionId: 'q1', answer: 'None was found.', linkIds: ['l2'], by: 'ben', ...changes },
});

export const questionWithdrawn = (questionId = 'q1'): CheckEvent => ({
  type: 'QuestionWithdrawn',
  data: { questionId, reason: 'The next question asks the same.' },
});
