import { z } from 'zod';
import type { DataOf } from '#kernel';
import { fuzzyDate, key, language, party, reason, text, url, uuid } from '#platform/http';
import type {
  AcknowledgeArchiveFailure,
  AssessOrigin,
  CaptureEvidence,
  LiftRestriction,
  RestrictAccess,
  RetryArchive,
} from '../domain/evidence.commands.js';
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

export const assessOriginBody = z
  .strictObject({ originGroup: key.describe('Whom the information comes from, as it turned out.'), reason })
  .meta({ id: 'AssessOrigin' }) satisfies z.ZodType<DataOf<AssessOrigin>>;

export const restrictAccessBody = z
  .strictObject({
    memberIds: z
      .array(uuid)
      .min(1)
      .max(200)
      .refine((ids) => new Set(ids).size === ids.length, 'Each member once.')
      .describe('Who alone sees what it says from now on.'),
    reason,
  })
  .meta({ id: 'RestrictAccess' }) satisfies z.ZodType<DataOf<RestrictAccess>>;

export const liftRestrictionBody = z.strictObject({ reason }).meta({ id: 'LiftRestriction' }) satisfies z.ZodType<
  DataOf<LiftRestriction>
>;

export const acknowledgeArchiveFailureBody = z
  .strictObject({ reason })
  .meta({ id: 'AcknowledgeArchiveFailure' }) satisfies z.ZodType<DataOf<AcknowledgeArchiveFailure>>;

export const retryArchiveBody = z.strictObject({}).meta({ id: 'RetryArchive' }) satisfies z.ZodType<
  DataOf<RetryArchive>
>;
