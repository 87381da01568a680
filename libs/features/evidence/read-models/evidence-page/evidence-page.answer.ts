import { z } from 'zod';
import { fuzzyDate, instant, party } from '#platform/http';
import { EVIDENCE_FLAGS } from '../../domain/evidence.flags.js';
import { EVIDENCE_KINDS } from '../../domain/evidence.state.js';
import { EVIDENCE_STATUSES } from '../../domain/evidence.status.js';

const file = z.strictObject({
  sha256: z.string(),
  bytes: z.int(),
  mediaType: z.string(),
  name: z.string().describe('Under which it came. Never a path.'),
});

const copy = z
  .strictObject({
    archiveRun: z.int(),
    sha256: z.string().optional(),
    bytes: z.int().optional(),
    mediaType: z.string().optional(),
    archiveUrl: z.string().optional().describe('Of a copy that somebody else keeps.'),
    timestampToken: z.string().optional(),
    tool: z.string().optional().describe('What made the copy.'),
    archivedAt: instant,
  })
  .describe('What the desk holds: the hash is of its own copy.');

const failure = z.strictObject({
  archiveRun: z.int(),
  attempts: z.int(),
  code: z.string().optional(),
  detail: z.string().optional(),
  failedAt: instant,
});

const acknowledgement = z.strictObject({
  reason: z.string().optional(),
  acknowledgedBy: z.string(),
  acknowledgedAt: instant,
});

const run = z
  .strictObject({
    archiveRun: z.int(),
    begunBy: z.string().describe('Who captured it, or had the copy tried once more.'),
    begunAt: instant,
    copy: copy.optional(),
    failure: failure.optional(),
    acknowledged: acknowledgement.optional(),
  })
  .describe('One attempt to get the desk’s own copy, and what came of it.');

const origin = z
  .strictObject({
    originGroup: z.string(),
    reason: z.string().optional(),
    assessedBy: z.string(),
    assessedAt: instant,
  })
  .describe('Whom the information comes from, as somebody saw it. The first one is the capture.');

const restriction = z.strictObject({
  memberIds: z.array(z.string()).describe('Who alone sees what it says.'),
  reason: z.string(),
  restrictedBy: z.string(),
  restrictedAt: instant,
});

/**
 * One piece of evidence, and whether the desk holds its own copy of it. Where it is restricted and whoever asks is not
 * named, what it says is absent, and so is whatever people wrote of it who had seen it.
 */
export const evidencePage = z
  .strictObject({
    evidenceId: z.string(),
    version: z.int().describe('Of the evidence’s stream.'),
    sight: z.enum(['whole', 'hash', 'existence']).describe('How much of it this answer shows.'),
    kind: z.enum(EVIDENCE_KINDS).optional(),
    title: z.string().optional(),
    url: z.string().optional(),
    publisher: party.optional(),
    publishedOn: fuzzyDate.optional(),
    heldOn: fuzzyDate.optional(),
    language: z.string().optional(),
    originGroup: z.string().describe('Whom the information comes from: ten papers that cite one agency are one group.'),
    origins: z.array(origin).describe('How that was seen over time: the newest last.'),
    file: file.optional().describe('As it was given.'),
    note: z.string().optional(),
    capturedBy: z.string(),
    capturedAt: instant,
    restriction: restriction.optional().describe('As it is in force.'),
    status: z.enum(EVIDENCE_STATUSES),
    archiveRun: z.int().describe('The attempt to copy it that is under way, or was the last.'),
    runs: z.array(run).describe('Every attempt: the newest last.'),
    copies: z.array(copy).describe('The newest last. Earlier ones stay on record.'),
    failure: failure.optional().describe('Of the last attempt, if it failed.'),
    acknowledged: acknowledgement.optional().describe('That the desk goes on without a copy.'),
    flags: z.array(z.enum(EVIDENCE_FLAGS)).describe('What became of source, copy and access since.'),
  })
  .meta({ id: 'EvidencePage' });

export type EvidencePage = z.infer<typeof evidencePage>;
export type ArchiveRun = EvidencePage['runs'][number];
