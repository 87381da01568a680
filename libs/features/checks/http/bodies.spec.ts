import type { z } from 'zod';
import { offerAssignmentBody } from './assignments.bodies.js';
import { openCheckBody } from './case.bodies.js';
import { linkEvidenceBody } from './research.bodies.js';
import { openRoundBody, submitRulingBody } from './review.bodies.js';
import { approveVerdictBody, draftVerdictBody, publishVerdictBody } from './verdict.bodies.js';

const ID = '0199a000-0000-7000-8000-000000000001';

/** A body that is as described, and the longest and shortest that each of its texts may be. */
const FORMS: readonly [string, z.ZodType, object, Readonly<Record<string, readonly [number, number]>>][] = [
  [
    'OfferAssignment',
    offerAssignmentBody,
    { assignmentId: ID, memberId: ID, capacity: 'reviewer', note: 'x', overLoadReason: 'x'.repeat(10) },
    { note: [1, 500], overLoadReason: [10, 2000] },
  ],
  [
    'LinkEvidence',
    linkEvidenceBody,
    { linkId: ID, evidenceId: ID, stance: 'refutes', nature: 'assertion', weight: 'low' },
    { quote: [1, 2000], locator: [1, 300], note: [1, 2000] },
  ],
  [
    'SubmitRuling',
    submitRulingBody,
    {
      rulingId: ID,
      round: 1,
      label: 'unproven',
      finding: 'insufficient_evidence',
      strength: 'low',
      rationale: 'x'.repeat(50),
      linkIds: [ID],
    },
    { rationale: [50, 10_000], departure: [1, 1000] },
  ],
  [
    'DraftVerdict',
    draftVerdictBody,
    {
      title: 'x',
      claimReviewed: 'x',
      summary: 'x',
      body: 'x',
      language: 'en',
      asOf: '2022-11-10',
      citedLinkIds: [ID],
    },
    {
      title: [1, 120],
      summary: [1, 300],
      body: [1, 50_000],
      labelText: [1, 120],
      disagreementNote: [1, 1000],
      notice: [1, 1000],
    },
  ],
];

describe.each(FORMS)('the body of %s', (_, schema, body, limits) => {
  it('is taken as described, and with nothing beside it', () => {
    expect(schema.safeParse(body).success).toBe(true);
    expect(schema.safeParse({ ...body, actor: 'ana' }).success).toBe(false);
  });

  it.each(Object.entries(limits))('counts %s in code points', (field, [min, max]) => {
    const isTaken = (length: number) => schema.safeParse({ ...body, [field]: '😀'.repeat(length) }).success;
    expect([min - 1, min, max, max + 1].map(isTaken)).toEqual([false, true, true, false]);
  });
});

describe('bodies', () => {
  it('leave it to the rules how many reviewers a round needs', () => {
    expect(openRoundBody.safeParse({ purpose: 'full', reviewers: [] }).success).toBe(true);
  });

  it('let a check be opened with nothing said', () => {
    expect(openCheckBody.safeParse({}).success).toBe(true);
  });

  it('want the evidence that a ruling and a verdict rest on', () => {
    const [ruling, verdict] = [FORMS[2]?.[2], FORMS[3]?.[2]];
    expect(submitRulingBody.safeParse({ ...ruling, linkIds: [] }).success).toBe(false);
    expect(draftVerdictBody.safeParse({ ...verdict, citedLinkIds: [] }).success).toBe(false);
  });

  it('let no member name the schedule of a publication', () => {
    expect(publishVerdictBody.safeParse({ versionNo: 1 }).success).toBe(true);
    expect(publishVerdictBody.safeParse({ versionNo: 1, scheduleNo: 1 }).success).toBe(false);
  });

  it('take waivers with a code and a note', () => {
    const approval = { versionNo: 1, draftNo: 1, contentHash: 'hash', consideredReplyIds: [] };
    const waiver = { rule: 'sources', code: 'primary_record', note: 'KCNA’s own text.' };
    expect(approveVerdictBody.safeParse({ ...approval, waivers: [waiver] }).success).toBe(true);
    expect(approveVerdictBody.safeParse({ ...approval, waivers: [{ ...waiver, note: '' }] }).success).toBe(false);
  });
});
