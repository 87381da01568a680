import { z } from 'zod';
import { EVIDENCE_KINDS, EVIDENCE_STATUSES } from '#features/evidence';
import { SUBMISSION_KINDS } from '#features/claims';
import { FINDINGS, SEVERITIES } from '#features/standards';
import { instant, key, party } from '#platform/http';
import { NATURES, STAGES, STANCES, STRENGTHS } from '../../domain/check.state.js';
import { claimItself } from '../claim-page/claim-page.answer.js';
import { ratedVersion } from '../rated-version.js';
import { draft, publishedVersion } from './verdict.answer.js';
import { round } from './rounds.answer.js';

const pin = z.strictObject({ id: key, version: z.int() });

const clock = z.strictObject({ dueAt: instant, marks: z.array(z.strictObject({ mark: z.string(), at: instant })) });

const source = z
  .strictObject({
    submissionId: z.string(),
    kind: z.enum(SUBMISSION_KINDS),
    title: z.string().optional(),
    language: z.string(),
    publisher: party.optional(),
    sourceUrl: z.string().optional(),
    text: z.string().describe('Of the revision in which the claim’s spans lie, counted in code points.'),
  })
  .meta({ id: 'ClaimSource' });

const assignment = z.strictObject({
  assignmentId: z.string(),
  memberId: z.string(),
  capacity: z.enum(['researcher', 'reviewer', 'tie_breaker', 'approver']),
  status: z.enum(['offered', 'accepted', 'declined', 'expired', 'completed']),
  offeredAt: instant,
  expiresAt: instant,
  note: z.string().optional(),
});

const link = z
  .strictObject({
    linkId: z.string(),
    evidenceId: z.string(),
    stance: z.enum(STANCES),
    nature: z.enum(NATURES),
    weight: z.enum(STRENGTHS),
    originGroup: key,
    evidenceSet: z.int(),
    quote: z.string().optional(),
    locator: z.string().optional(),
    note: z.string().optional(),
    linkedBy: z.string(),
    evidence: z
      .strictObject({
        kind: z.enum(EVIDENCE_KINDS),
        title: z.string(),
        url: z.string().optional(),
        publisher: party.optional(),
        status: z.enum(EVIDENCE_STATUSES),
        sha256: z.string().optional().describe('Of the desk’s own copy.'),
      })
      .optional(),
  })
  .meta({ id: 'CheckLink' });

const submission = z
  .strictObject({
    evidenceSet: z.int(),
    claimRevision: z.int(),
    submittedAt: instant,
    proposal: z
      .strictObject({ finding: z.enum(FINDINGS), strength: z.enum(STRENGTHS), rationale: z.string() })
      .optional()
      .describe('Kept from the reviewers until the rulings are opened.'),
  })
  .meta({ id: 'ReviewSubmission' });

const permission = z.union([
  z.strictObject({ allowed: z.literal(true), as: z.string() }),
  z.strictObject({ allowed: z.literal(false), code: z.string().describe('The refusal that the command would meet.') }),
]);

/** One check, folded from its stream, without what whoever asks may not know. */
export const checkPage = z
  .strictObject({
    checkId: z.string(),
    version: z.int().describe('Of the stream: name it in If-Match.'),
    stage: z.enum(STAGES),
    stageNo: z.int(),
    cycle: z.int(),
    severity: z.enum(SEVERITIES),
    policy: pin,
    openedAt: instant,
    stageClock: clock.optional(),
    caseClock: clock.optional(),
    claim: claimItself,
    source: source.optional(),
    assignments: z.array(assignment),
    evidenceSet: z.int(),
    links: z.array(link),
    submissions: z.array(submission),
    rounds: z.array(round),
    drafts: z.array(draft),
    versions: z.array(publishedVersion),
    live: ratedVersion.optional(),
    can: z.record(z.string(), permission).describe('By command: whether whoever asks may send it now.'),
  })
  .meta({ id: 'CheckPage' });

export type CheckPage = z.infer<typeof checkPage>;
export type CheckClock = z.infer<typeof clock>;
