import { z } from 'zod';
import type { DataOf } from '#kernel';
import { fuzzyDate, key, language, party, reason, text, url } from '#platform/http';
import type { AcknowledgeArchiveFailure, CaptureEvidence, RetryArchive } from '../domain/evidence.commands.js';
import { EVIDENCE_KINDS } from '../domain/evidence.state.js';

// Form only. What depends on history is the decider's.

/** In lower-case hexadecimal digits. */
export const fileHash = z.string().regex(/^[0-9a-f]{64}$/, 'The SHA-256 of a file, in 64 hexadecimal digits.');

const fileName = text(255).refine((name) => !/[/\\]/.test(name), 'The name of a file, without its folder.');

const givenFile = z
  .strictObject({ sha256: fileHash, bytes: z.int().positive(), mediaType: text(100), name: fileName })
  .meta({ id: 'GivenFile' });

export const captureEvidenceBody = z
  .strictObject({
    kind: z.enum(EVIDENCE_KINDS),
    title: text(300),
    url: url.optional().describe('Copied as it stands now, unless a file is given.'),
    publisher: party.optional(),
    publishedOn: fuzzyDate.optional(),
    heldOn: fuzzyDate.optional().describe('When the interview, meeting or call was.'),
    language: language.optional(),
    originGroup: key.describe('Whom the information comes from: ten papers that cite one agency are one group.'),
    file: givenFile.optional().describe('One that this desk was given before, as the answer described it.'),
    note: text(2000).optional(),
  })
  .meta({ id: 'CaptureEvidence' }) satisfies z.ZodType<DataOf<CaptureEvidence>>;

export const acknowledgeArchiveFailureBody = z
  .strictObject({ reason })
  .meta({ id: 'AcknowledgeArchiveFailure' }) satisfies z.ZodType<DataOf<AcknowledgeArchiveFailure>>;

export const retryArchiveBody = z.strictObject({}).meta({ id: 'RetryArchive' }) satisfies z.ZodType<
  DataOf<RetryArchive>
>;
