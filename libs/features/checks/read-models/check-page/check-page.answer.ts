import { z } from 'zod';
import { SUBMISSION_KINDS } from '#features/claims';
import { FINDINGS, SEVERITIES } from '#features/standards';
import { instant, key, party } from '#platform/http';
import { SHELVING_CODES, STAGES, STRENGTHS, WITHDRAWAL_CODES } from '../../domain/check.state.js';
import { claimItself } from '../claim-page/claim-page.answer.js';
import { clockAnswer } from '../clock.js';
import { ratedVersion } from '../rated-version.js';
import { assignment } from './assignments.answer.js';
import { concern, note } from './notes.answer.js';
import { gate } from './gate.answer.js';
import { reply } from './replies.answer.js';
import { evidenceSet, link, question, sources } from './research.answer.js';
import { draft, publishedVersion, schedule } from './verdict.answer.js';
import { round } from './rounds.answer.js';

const pin = z.strictObject({ id: key, version: z.int() });

export const source = z
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

const rest = z
  .strictObject({
    code: z.enum([...SHELVING_CODES, ...WITHDRAWAL_CODES]),
    note: z.string(),
    from: z.enum(STAGES),
    by: z.string(),
    at: instant,
  })
  .meta({ id: 'CheckAtRest' });

const permission = z.union([
  z.strictObject({ allowed: z.literal(true), as: z.string() }),
  z.strictObject({
    allowed: z.literal(false),
    code: z.string().describe('The refusal that the command would meet.'),
    reason: z.string().describe('Its sentence.'),
  }),
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
    rest: rest.optional().describe('Why it is shelved or withdrawn, while it is.'),
    stageClock: clockAnswer.optional(),
    caseClock: clockAnswer.optional(),
    claim: claimItself,
    source: source.optional(),
    assignments: z.array(assignment),
    evidenceSet: z.int(),
    evidenceSets: z.array(evidenceSet),
    links: z.array(link),
    sources,
    questions: z.array(question),
    replies: z.array(reply),
    submissions: z.array(submission),
    rounds: z.array(round),
    drafts: z.array(draft),
    schedules: z.array(schedule),
    versions: z.array(publishedVersion),
    live: ratedVersion.optional(),
    notes: z.array(note).describe('Those that whoever asks may read.'),
    concerns: z.array(concern),
    can: z
      .record(z.string(), permission)
      .describe(
        'By command: whether whoever asks may send it now. An approval may need the waivers that the gate names.',
      ),
    gate: gate
      .optional()
      .describe('The checklist for whoever asks: of the approval, or of the publication once it is approved.'),
  })
  .meta({ id: 'CheckPage' });

export type CheckPage = z.infer<typeof checkPage>;
