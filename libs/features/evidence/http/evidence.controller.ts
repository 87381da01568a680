import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import { CommandEnvelope, CommandRoute, IfMatch, QueryRoute, Viewer, id as newId, uuid } from '#platform/http';
import type { Session } from '#platform/http';
import { ChangeEvidence } from '../commands/change-evidence.js';
import type { AcknowledgeArchiveFailure, CaptureEvidence, RetryArchive } from '../domain/evidence.commands.js';
import { evidencePage } from '../read-models/evidence-page/evidence-page.answer.js';
import type { EvidencePage } from '../read-models/evidence-page/evidence-page.answer.js';
import { GetEvidence } from '../read-models/evidence-page/evidence-page.query.js';
import { acknowledgeArchiveFailureBody, captureEvidenceBody, retryArchiveBody } from './evidence.bodies.js';

const evidenceId = { schema: uuid };
const newEvidenceId = { schema: newId };

@Controller('evidence')
export class EvidenceController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** One piece of evidence, and whether the desk holds its own copy. For editors, reviewers, approvers and auditors. */
  @QueryRoute(':evidenceId', { answer: evidencePage })
  evidence(@Viewer() viewer: Session, @Param('evidenceId', evidenceId) id: string): Promise<EvidencePage> {
    return this.queries.execute(new GetEvidence(viewer, id));
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
