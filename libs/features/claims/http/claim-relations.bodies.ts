import { z } from 'zod';
import type { DataOf } from '#kernel';
import { fuzzyDate, id, party, reason, text, url, uuid } from '#platform/http';
import type {
  AddAppearance,
  AttachSubmission,
  DismissSuggestion,
  LinkClaim,
  MergeClaim,
  RecordQuoteCheck,
  UnlinkClaim,
  UnmergeClaim,
  WithdrawAppearance,
} from '../domain/claim.commands.js';
import { RELATIONS } from '../domain/claim.relations.js';
import { spans } from './claims.bodies.js';

// Form only. What depends on history is the decider's.

export const addAppearanceBody = z
  .strictObject({
    appearanceId: id,
    url,
    publisher: party.optional(),
    appearedOn: fuzzyDate,
    archivedUrl: url.optional(),
  })
  .meta({ id: 'AddAppearance' }) satisfies z.ZodType<DataOf<AddAppearance>>;

export const withdrawAppearanceBody = z
  .strictObject({ appearanceId: id, reason })
  .meta({ id: 'WithdrawAppearance' }) satisfies z.ZodType<DataOf<WithdrawAppearance>>;

export const attachSubmissionBody = z
  .strictObject({
    submissionId: uuid,
    spans: spans(0).describe(
      'Where it stands in the last revision of the text; none, if all of it is about the claim.',
    ),
  })
  .meta({ id: 'AttachSubmission' }) satisfies z.ZodType<DataOf<AttachSubmission>>;

export const recordQuoteCheckBody = z
  .strictObject({
    evidenceId: uuid,
    primaryText: text(4000).describe('The words of the source that correspond to the quote.'),
    translated: z.boolean(),
  })
  .meta({ id: 'RecordQuoteCheck' }) satisfies z.ZodType<DataOf<RecordQuoteCheck>>;

export const linkClaimBody = z
  .strictObject({ linkId: id, toClaimId: uuid, relation: z.enum(RELATIONS) })
  .meta({ id: 'LinkClaim' }) satisfies z.ZodType<DataOf<LinkClaim>>;

export const unlinkClaimBody = z.strictObject({ linkId: id, reason }).meta({ id: 'UnlinkClaim' }) satisfies z.ZodType<
  DataOf<UnlinkClaim>
>;

export const mergeClaimBody = z
  .strictObject({ intoClaimId: uuid.describe('The one that stands for both from now on.'), reason })
  .meta({ id: 'MergeClaim' }) satisfies z.ZodType<DataOf<MergeClaim>>;

export const unmergeClaimBody = z.strictObject({ reason }).meta({ id: 'UnmergeClaim' }) satisfies z.ZodType<
  DataOf<UnmergeClaim>
>;

export const dismissSuggestionBody = z
  .strictObject({ claimId: uuid.describe('The one that was suggested.'), reason: reason.optional() })
  .meta({ id: 'DismissSuggestion' }) satisfies z.ZodType<DataOf<DismissSuggestion>>;
