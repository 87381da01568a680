import { z } from 'zod';
import { CHECKABILITIES, PROPOSAL_REFUSALS, RELATIONS, VOICES } from '#features/claims';
import { FINDINGS, SEVERITIES } from '#features/standards';
import { fuzzyDate, instant, key, party, readAt, span } from '#platform/http';
import { STAGES } from '../../domain/check.state.js';
import { ratedVersion } from '../rated-version.js';
import { externalCheck, merger, quoteCheck, revision, submission, suggestion } from './claim-page.parts.js';

const appearance = z.strictObject({
  appearanceId: z.string(),
  url: z.string(),
  publisher: party.optional(),
  appearedOn: fuzzyDate,
  archivedUrl: z.string().optional(),
});

const relation = z
  .strictObject({ linkId: z.string(), fromClaimId: z.string(), relation: z.enum(RELATIONS), toClaimId: z.string() })
  .describe('Read from left to right: the first claim, the relation, the second claim.');

/** What its own stream says of a claim: what was proposed, and what the desk made of it. */
export const claimItself = z
  .strictObject({
    claimId: z.string(),
    version: z.int().describe('Of the claim’s stream.'),
    status: z.enum(['proposed', 'accepted', 'rejected', 'merged']),
    submissionId: z.string(),
    revision: z.int().describe('Of the submission’s text, in which the spans lie.'),
    spans: z.array(span),
    quote: z.string(),
    text: z.string(),
    language: z.string(),
    claimant: party,
    conveyors: z.array(party),
    voice: z.enum(VOICES),
    statedOn: fuzzyDate,
    about: fuzzyDate.optional(),
    proposedBy: z.string(),
    proposedAt: instant,
    accepted: z
      .strictObject({
        revision: z.int().describe('Of the claim: one more with each change of wording, attribution or checkability.'),
        checkability: z.enum(CHECKABILITIES),
        fragment: span.optional(),
        severity: z.enum(SEVERITIES),
        topics: z.array(key),
        acceptedBy: z.string(),
        acceptedAt: instant,
      })
      .optional(),
    rejected: z
      .strictObject({ code: z.enum(PROPOSAL_REFUSALS), note: z.string().optional(), rejectedAt: instant })
      .optional(),
    appearances: z.array(appearance),
  })
  .meta({ id: 'Claim' });

/** One claim, and how it stands to other claims. */
export const claimPage = claimItself
  .extend({
    revisions: z.array(revision).describe('How it was worded, attributed and classed, the first one first.'),
    submissions: z.array(submission).describe('In which it occurs, the first one first: so many ask for it.'),
    quoteChecks: z.array(quoteCheck),
    relations: z.array(relation).describe('Links from it and to it.'),
    merged: merger.optional().describe('Where it does not stand for itself.'),
    mergedFrom: z.array(z.string()).describe('Claims that were merged into it.'),
    suggestions: z.array(suggestion).describe('Claims that a program found similar, the most alike first.'),
    externalChecks: z.array(externalCheck).describe('As they stand there now.'),
    stage: z.enum(STAGES).optional().describe('Of its check, if it has one.'),
    live: ratedVersion.optional().describe('The published version that stands.'),
    finding: z
      .enum(FINDINGS)
      .optional()
      .describe('The live one; `not_checkable` for an accepted claim that is not rateable, without any check.'),
    ...readAt,
  })
  .meta({ id: 'ClaimPage' });

export type ClaimItself = z.infer<typeof claimItself>;
export type ClaimPage = z.infer<typeof claimPage>;
