import { z } from 'zod';
import type { DataOf, Span } from '#kernel';
import { SEVERITIES } from '#features/standards';
import { fuzzyDate, key, language, party, reason, span, text, uuid } from '#platform/http';
import { CHECKABILITIES } from '../domain/checkability.js';
import type {
  AcceptClaim,
  AttributeClaim,
  ClassifyCheckability,
  NormaliseClaim,
  ProposeClaim,
  RejectProposal,
  SetClaimSeverity,
  SetClaimTopics,
} from '../domain/claim.commands.js';
import { PROPOSAL_REFUSALS, VOICES } from '../domain/claim.state.js';
import { MAX_TEXT } from './submissions.bodies.js';

// Form only. What depends on history is the decider's.

const areAscending = (spans: readonly Span[]): boolean =>
  spans.every(({ start }, place) => start >= (spans[place - 1]?.end ?? 0));

export const spans = (min: number) => z.array(span).min(min).max(8).refine(areAscending, 'Ascending and disjoint.');

const claimText = text(500).describe('What is claimed, in one sentence that stands alone.');

const attribution = {
  claimant: party.describe('Who asserted it.'),
  conveyors: z.array(party).max(20).describe('Through whom it reached us, nearest the claimant first.'),
  voice: z.enum(VOICES).describe('Whether the source quotes, reports or itself asserts it.'),
  statedOn: fuzzyDate,
  about: fuzzyDate.optional().describe('The time that the claim is about.'),
};

const classification = {
  checkability: z.enum(CHECKABILITIES),
  fragment: span.optional().describe('The factual part, where only a part is: inside one of the claim’s spans.'),
};

const severity = z.enum(SEVERITIES).describe('How much harm it does if it is false.');

const topics = z.array(key).max(50);

export const proposeClaimBody = z
  .strictObject({
    submissionId: uuid,
    revision: z.int().positive().describe('Of the submission’s text, in which the spans lie.'),
    spans: spans(1),
    quote: text(MAX_TEXT).describe('Exactly the text at the spans, joined by “ … ”.'),
    text: claimText,
    language,
    ...attribution,
  })
  .meta({ id: 'ProposeClaim' }) satisfies z.ZodType<DataOf<ProposeClaim>>;

export const acceptClaimBody = z
  .strictObject({
    severity,
    ...classification,
    topics: topics.optional(),
    reason: reason.optional().describe('Needed if the proposal was rejected before.'),
  })
  .meta({ id: 'AcceptClaim' }) satisfies z.ZodType<DataOf<AcceptClaim>>;

export const rejectProposalBody = z
  .strictObject({ code: z.enum(PROPOSAL_REFUSALS), note: text(500).optional() })
  .meta({ id: 'RejectProposal' }) satisfies z.ZodType<DataOf<RejectProposal>>;

export const normaliseClaimBody = z
  .strictObject({ text: claimText, reason })
  .meta({ id: 'NormaliseClaim' }) satisfies z.ZodType<DataOf<NormaliseClaim>>;

export const attributeClaimBody = z
  .strictObject({ ...attribution, reason })
  .meta({ id: 'AttributeClaim' }) satisfies z.ZodType<DataOf<AttributeClaim>>;

export const classifyCheckabilityBody = z
  .strictObject({ ...classification, reason })
  .meta({ id: 'ClassifyCheckability' }) satisfies z.ZodType<DataOf<ClassifyCheckability>>;

export const setClaimSeverityBody = z
  .strictObject({ severity, reason })
  .meta({ id: 'SetClaimSeverity' }) satisfies z.ZodType<DataOf<SetClaimSeverity>>;

export const setClaimTopicsBody = z.strictObject({ topics }).meta({ id: 'SetClaimTopics' }) satisfies z.ZodType<
  DataOf<SetClaimTopics>
>;
