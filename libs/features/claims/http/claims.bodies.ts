import { z } from 'zod';
import type { DataOf, Span } from '#kernel';
import { SEVERITIES } from '#features/standards';
import { fuzzyDate, id, key, language, party, reason, span, text, url, uuid } from '#platform/http';
import { CHECKABILITIES } from '../domain/checkability.js';
import type { AcceptClaim, AddAppearance, LinkClaim, ProposeClaim, RejectProposal } from '../domain/claim.commands.js';
import { RELATIONS } from '../domain/claim.relations.js';
import { PROPOSAL_REFUSALS, VOICES } from '../domain/claim.state.js';
import { MAX_TEXT } from './submissions.bodies.js';

// Form only. What depends on history is the decider's.

const areAscending = (spans: readonly Span[]): boolean =>
  spans.every(({ start }, place) => start >= (spans[place - 1]?.end ?? 0));

export const proposeClaimBody = z
  .strictObject({
    submissionId: uuid,
    revision: z.int().positive().describe('Of the submission’s text, in which the spans lie.'),
    spans: z.array(span).min(1).max(8).refine(areAscending, 'Ascending and disjoint.'),
    quote: text(MAX_TEXT).describe('Exactly the text at the spans, joined by “ … ”.'),
    text: text(500).describe('What is claimed, in one sentence that stands alone.'),
    language,
    claimant: party.describe('Who asserted it.'),
    conveyors: z.array(party).max(20).describe('Through whom it reached us, nearest the claimant first.'),
    voice: z.enum(VOICES).describe('Whether the source quotes, reports or itself asserts it.'),
    statedOn: fuzzyDate,
    about: fuzzyDate.optional().describe('The time that the claim is about.'),
  })
  .meta({ id: 'ProposeClaim' }) satisfies z.ZodType<DataOf<ProposeClaim>>;

export const acceptClaimBody = z
  .strictObject({
    severity: z.enum(SEVERITIES).describe('How much harm it does if it is false.'),
    checkability: z.enum(CHECKABILITIES),
    fragment: span.optional().describe('The factual part, where only a part is: inside one of the claim’s spans.'),
    topics: z.array(key).max(50).optional(),
    reason: reason.optional().describe('Needed if the proposal was rejected before.'),
  })
  .meta({ id: 'AcceptClaim' }) satisfies z.ZodType<DataOf<AcceptClaim>>;

export const rejectProposalBody = z
  .strictObject({ code: z.enum(PROPOSAL_REFUSALS), note: text(500).optional() })
  .meta({ id: 'RejectProposal' }) satisfies z.ZodType<DataOf<RejectProposal>>;

export const linkClaimBody = z
  .strictObject({ linkId: id, toClaimId: uuid, relation: z.enum(RELATIONS) })
  .meta({ id: 'LinkClaim' }) satisfies z.ZodType<DataOf<LinkClaim>>;

export const addAppearanceBody = z
  .strictObject({
    appearanceId: id,
    url,
    publisher: party.optional(),
    appearedOn: fuzzyDate,
    archivedUrl: url.optional(),
  })
  .meta({ id: 'AddAppearance' }) satisfies z.ZodType<DataOf<AddAppearance>>;
