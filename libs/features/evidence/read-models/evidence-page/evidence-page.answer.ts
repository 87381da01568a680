import { z } from 'zod';
import { fuzzyDate, instant, party } from '#platform/http';
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
    sha256: z.string(),
    bytes: z.int(),
    mediaType: z.string(),
    archiveUrl: z.string().optional().describe('Of a copy that somebody else keeps.'),
    timestampToken: z.string().optional(),
    tool: z.string().describe('What made the copy.'),
    archivedAt: instant,
  })
  .describe('What the desk holds: the hash is of its own copy.');

const failure = z.strictObject({
  archiveRun: z.int(),
  attempts: z.int(),
  code: z.string(),
  detail: z.string(),
  failedAt: instant,
});

const acknowledgement = z.strictObject({ reason: z.string(), acknowledgedBy: z.string(), acknowledgedAt: instant });

/** One piece of evidence, and whether the desk holds its own copy of it. */
export const evidencePage = z
  .strictObject({
    evidenceId: z.string(),
    version: z.int().describe('Of the evidence’s stream.'),
    kind: z.enum(EVIDENCE_KINDS),
    title: z.string(),
    url: z.string().optional(),
    publisher: party.optional(),
    publishedOn: fuzzyDate.optional(),
    heldOn: fuzzyDate.optional(),
    language: z.string().optional(),
    originGroup: z.string().describe('Whom the information comes from: ten papers that cite one agency are one group.'),
    file: file.optional().describe('As it was given.'),
    note: z.string().optional(),
    capturedBy: z.string(),
    capturedAt: instant,
    status: z.enum(EVIDENCE_STATUSES),
    archiveRun: z.int().describe('The attempt to copy it that is under way, or was the last.'),
    copies: z.array(copy).describe('The newest last. Earlier ones stay on record.'),
    failure: failure.optional().describe('Of the last attempt, if it failed.'),
    acknowledged: acknowledgement.optional().describe('That the desk goes on without a copy.'),
    flags: z.array(z.enum(['drifted', 'gone'])).describe('What became of the source since.'),
  })
  .meta({ id: 'EvidencePage' });

export type EvidencePage = z.infer<typeof evidencePage>;
