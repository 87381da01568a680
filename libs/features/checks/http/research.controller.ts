import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeCheck } from '../commands/change-check.js';
import type {
  AnswerQuestion,
  AskQuestion,
  LinkEvidence,
  ReassessEvidence,
  SubmitForReview,
  UnlinkEvidence,
  WithdrawQuestion,
} from '../domain/research.commands.js';
import {
  answerQuestionBody,
  askQuestionBody,
  linkEvidenceBody,
  reassessEvidenceBody,
  submitForReviewBody,
  unlinkEvidenceBody,
  withdrawQuestionBody,
} from './research.bodies.js';

const checkId = { schema: uuid };

@Controller('checks')
export class ResearchController {
  constructor(private readonly commands: CommandBus) {}

  /** Uses a piece of evidence in this check. */
  @CommandRoute(':checkId/link-evidence')
  linkEvidence(
    @Param('checkId', checkId) id: string,
    @Body({ schema: linkEvidenceBody }) data: DataOf<LinkEvidence>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'LinkEvidence', id, data, ...envelope }, expectedVersion));
  }

  /** Weighs a linked piece of evidence anew; who it comes from is read again. */
  @CommandRoute(':checkId/reassess-evidence')
  reassessEvidence(
    @Param('checkId', checkId) id: string,
    @Body({ schema: reassessEvidenceBody }) data: DataOf<ReassessEvidence>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'ReassessEvidence', id, data, ...envelope }, expectedVersion));
  }

  /** Takes a link away. It stays in the history, and in every version that was published with it. */
  @CommandRoute(':checkId/unlink-evidence')
  unlinkEvidence(
    @Param('checkId', checkId) id: string,
    @Body({ schema: unlinkEvidenceBody }) data: DataOf<UnlinkEvidence>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'UnlinkEvidence', id, data, ...envelope }, expectedVersion));
  }

  /** Writes down what the research has to find out. */
  @CommandRoute(':checkId/ask-question')
  askQuestion(
    @Param('checkId', checkId) id: string,
    @Body({ schema: askQuestionBody }) data: DataOf<AskQuestion>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'AskQuestion', id, data, ...envelope }, expectedVersion));
  }

  /** Answers an open question, on evidence that is linked. */
  @CommandRoute(':checkId/answer-question')
  answerQuestion(
    @Param('checkId', checkId) id: string,
    @Body({ schema: answerQuestionBody }) data: DataOf<AnswerQuestion>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'AnswerQuestion', id, data, ...envelope }, expectedVersion));
  }

  /** Drops an open question. */
  @CommandRoute(':checkId/withdraw-question')
  withdrawQuestion(
    @Param('checkId', checkId) id: string,
    @Body({ schema: withdrawQuestionBody }) data: DataOf<WithdrawQuestion>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'WithdrawQuestion', id, data, ...envelope }, expectedVersion));
  }

  /** Closes the research with a proposal, which the reviewers do not see before they have ruled. */
  @CommandRoute(':checkId/submit-for-review')
  submitForReview(
    @Param('checkId', checkId) id: string,
    @Body({ schema: submitForReviewBody }) data: DataOf<SubmitForReview>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'SubmitForReview', id, data, ...envelope }, expectedVersion));
  }
}
