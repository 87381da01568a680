import { Body, Controller, Param, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, QueryRoute, Viewer, id as newId, uuid } from '#platform/http';
import type { Session } from '#platform/http';
import { ChangeEvidence } from '../commands/change-evidence.js';
import type {
  AcknowledgeArchiveFailure,
  AssessOrigin,
  CaptureEvidence,
  LiftRestriction,
  RestrictAccess,
  RetryArchive,
} from '../domain/evidence.commands.js';
import { evidenceList } from '../read-models/evidence/evidence.answer.js';
import type { EvidenceList } from '../read-models/evidence/evidence.answer.js';
import { GetEvidence } from '../read-models/evidence/evidence.query.js';
import { evidencePage } from '../read-models/evidence-page/evidence-page.answer.js';
import type { EvidencePage } from '../read-models/evidence-page/evidence-page.answer.js';
import { GetEvidencePage } from '../read-models/evidence-page/evidence-page.query.js';
import {
  acknowledgeArchiveFailureBody,
  assessOriginBody,
  captureEvidenceBody,
  liftRestrictionBody,
  restrictAccessBody,
  retryArchiveBody,
} from './evidence.bodies.js';
import { evidenceQuery } from './evidence.parameters.js';

const evidenceId = { schema: uuid };
const newEvidenceId = { schema: newId };

@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @QueryRoute('', { answer: evidenceList, reads: 'evidence' })
  @ApiOperation({
    summary: 'GetEvidence',
    description: 'For: editor, reviewer, approver, auditor. The newest first, each as whoever asks may see it.',
  })
  evidenceList(
    @Viewer() viewer: Session,
    @Query({ schema: evidenceQuery }) filters: z.infer<typeof evidenceQuery>,
  ): Promise<EvidenceList> {
    return this.queries.execute(new GetEvidence(viewer, filters));
  }

  @QueryRoute(':evidenceId', { answer: evidencePage })
  @ApiOperation({
    summary: 'GetEvidencePage',
    description:
      'For: editor, reviewer, approver, auditor. As whoever asks may see it: what is restricted says no more than that it is there.',
  })
  evidence(@Viewer() viewer: Session, @Param('evidenceId', evidenceId) id: string): Promise<EvidencePage> {
    return this.queries.execute(new GetEvidencePage(viewer, id));
  }

  /** Takes up a source: an address, a file or a note. The desk then makes its own copy. */
  @CommandRoute(':evidenceId/capture-evidence', { creates: true })
  captureEvidence(
    @Param('evidenceId', newEvidenceId) id: string,
    @Body({ schema: captureEvidenceBody }) data: DataOf<CaptureEvidence>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeEvidence({ type: 'CaptureEvidence', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Says whom the information comes from after all. Links that exist keep the group with which they were made. */
  @CommandRoute(':evidenceId/assess-origin')
  assessOrigin(
    @Param('evidenceId', evidenceId) id: string,
    @Body({ schema: assessOriginBody }) data: DataOf<AssessOrigin>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeEvidence({ type: 'AssessOrigin', id, data, ...envelope }, expectedVersion));
  }

  /** Shows what it says to these members alone from now on. That it exists, everybody still sees. */
  @CommandRoute(':evidenceId/restrict-access')
  restrictAccess(
    @Param('evidenceId', evidenceId) id: string,
    @Body({ schema: restrictAccessBody }) data: DataOf<RestrictAccess>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeEvidence({ type: 'RestrictAccess', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Shows it again to everybody who may see evidence. */
  @CommandRoute(':evidenceId/lift-restriction')
  liftRestriction(
    @Param('evidenceId', evidenceId) id: string,
    @Body({ schema: liftRestrictionBody }) data: DataOf<LiftRestriction>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeEvidence({ type: 'LiftRestriction', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Goes on without a copy, and says why that will do. */
  @CommandRoute(':evidenceId/acknowledge-archive-failure')
  acknowledgeArchiveFailure(
    @Param('evidenceId', evidenceId) id: string,
    @Body({ schema: acknowledgeArchiveFailureBody }) data: DataOf<AcknowledgeArchiveFailure>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeEvidence({ type: 'AcknowledgeArchiveFailure', id, data, ...envelope }, expectedVersion),
    );
  }

  /** Has the copy tried once more. */
  @CommandRoute(':evidenceId/retry-archive')
  retryArchive(
    @Param('evidenceId', evidenceId) id: string,
    @Body({ schema: retryArchiveBody }) data: DataOf<RetryArchive>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeEvidence({ type: 'RetryArchive', id, data, ...envelope }, expectedVersion));
  }
}
