import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, uuid } from '#platform/http';
import { ChangeCheck } from '../commands/change-check.js';
import type {
  AddNote,
  DismissConcern,
  ExtendStage,
  OpenCheck,
  RaiseConcern,
  ResumeCheck,
  ReturnToResearch,
  SetCheckSeverity,
  SetDueDate,
  ShelveCheck,
  WithdrawCheck,
} from '../domain/case.commands.js';
import {
  addNoteBody,
  dismissConcernBody,
  extendStageBody,
  openCheckBody,
  raiseConcernBody,
  resumeCheckBody,
  returnToResearchBody,
  setCheckSeverityBody,
  setDueDateBody,
  shelveCheckBody,
  withdrawCheckBody,
} from './case.bodies.js';

const checkId = { schema: uuid };

@Controller('checks')
export class CaseController {
  constructor(private readonly commands: CommandBus) {}

  /** Opens the case of one accepted claim, whose id it takes. */
  @CommandRoute(':checkId/open-check', { creates: true })
  openCheck(
    @Param('checkId', checkId) id: string,
    @Body({ schema: openCheckBody }) data: DataOf<OpenCheck>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'OpenCheck', id, data, ...envelope }, expectedVersion));
  }

  /** Sets how much hangs on the check: with it, how many reviewers a round needs. */
  @CommandRoute(':checkId/set-check-severity')
  setCheckSeverity(
    @Param('checkId', checkId) id: string,
    @Body({ schema: setCheckSeverityBody }) data: DataOf<SetCheckSeverity>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'SetCheckSeverity', id, data, ...envelope }, expectedVersion));
  }

  /** Sets when the whole case is due, or sets it anew. */
  @CommandRoute(':checkId/set-due-date')
  setDueDate(
    @Param('checkId', checkId) id: string,
    @Body({ schema: setDueDateBody }) data: DataOf<SetDueDate>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'SetDueDate', id, data, ...envelope }, expectedVersion));
  }

  /** Gives the stage at hand another due time. */
  @CommandRoute(':checkId/extend-stage')
  extendStage(
    @Param('checkId', checkId) id: string,
    @Body({ schema: extendStageBody }) data: DataOf<ExtendStage>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'ExtendStage', id, data, ...envelope }, expectedVersion));
  }

  /** Takes the research up again. A round that is not decided, and a draft, come to nothing. */
  @CommandRoute(':checkId/return-to-research', { versioned: true })
  returnToResearch(
    @Param('checkId', checkId) id: string,
    @Body({ schema: returnToResearchBody }) data: DataOf<ReturnToResearch>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'ReturnToResearch', id, data, ...envelope }, expectedVersion));
  }

  /** Lets the check rest for now. An undecided round comes to nothing, and a draft lapses. */
  @CommandRoute(':checkId/shelve-check')
  shelveCheck(
    @Param('checkId', checkId) id: string,
    @Body({ schema: shelveCheckBody }) data: DataOf<ShelveCheck>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'ShelveCheck', id, data, ...envelope }, expectedVersion));
  }

  /** Takes the check back: it should not have been opened, or is needed no longer. */
  @CommandRoute(':checkId/withdraw-check')
  withdrawCheck(
    @Param('checkId', checkId) id: string,
    @Body({ schema: withdrawCheckBody }) data: DataOf<WithdrawCheck>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'WithdrawCheck', id, data, ...envelope }, expectedVersion));
  }

  /** Takes up again a check that rests, at its research. */
  @CommandRoute(':checkId/resume-check')
  resumeCheck(
    @Param('checkId', checkId) id: string,
    @Body({ schema: resumeCheckBody }) data: DataOf<ResumeCheck>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'ResumeCheck', id, data, ...envelope }, expectedVersion));
  }

  /** Leaves a note for colleagues. While a round is sealed, its reviewers can write to editors alone. */
  @CommandRoute(':checkId/add-note')
  addNote(
    @Param('checkId', checkId) id: string,
    @Body({ schema: addNoteBody }) data: DataOf<AddNote>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'AddNote', id, data, ...envelope }, expectedVersion));
  }

  /** Records a reason to look at the check again. The same one is recorded once. */
  @CommandRoute(':checkId/raise-concern')
  raiseConcern(
    @Param('checkId', checkId) id: string,
    @Body({ schema: raiseConcernBody }) data: DataOf<RaiseConcern>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'RaiseConcern', id, data, ...envelope }, expectedVersion));
  }

  /** Closes a concern from which nothing follows. */
  @CommandRoute(':checkId/dismiss-concern')
  dismissConcern(
    @Param('checkId', checkId) id: string,
    @Body({ schema: dismissConcernBody }) data: DataOf<DismissConcern>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeCheck({ type: 'DismissConcern', id, data, ...envelope }, expectedVersion));
  }
}
