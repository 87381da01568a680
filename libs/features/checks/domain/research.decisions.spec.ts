import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import {
  accepted,
  agreed,
  also,
  ana,
  ben,
  claim,
  cleo,
  e1,
  e2,
  enters,
  eva,
  evidence,
  fay,
  gus,
  hal,
  inReview,
  job,
  link,
  linked,
  marks,
  open,
  readyForReview,
  reconciling,
  researched,
  researching,
  submitForReview,
  submitted,
  withApproval,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const ready = enters(
  'ready_for_review',
  3,
  'researching',
  marks('2026-11-23T12:00:00.000Z', { after: '2026-11-23T16:00:00.000Z' }),
);

describe('linking evidence', () => {
  it('makes a new evidence set, under the name of who linked it', () => {
    given(...researching())
      .when(link(ben))
      .thenEvents(
        linked('l1', 1, 'dprk-government', { stance: 'refutes', nature: 'assertion', weight: 'low', by: 'ben' }),
      );
    const read = { quote: 'never had arms dealings', locator: 'paragraph 3', note: 'The whole statement.' };
    given(...researching(), linked('l1', 1, 'dprk-government'))
      .when(link(ana, { data: { linkId: 'l2', evidenceId: 'e2', ...read }, facts: { evidence: e2 } }))
      .thenEvents(
        linked('l2', 2, 'us-government', {
          stance: 'refutes',
          nature: 'assertion',
          weight: 'low',
          by: 'ana',
          ...read,
        }),
      );
  });

  it('refuses evidence that the desk does not have', () => {
    given(...researched())
      .when(link(ben, { facts: { evidence: undefined } }))
      .thenRefused('check/evidence-unknown');
  });

  it('refuses what is linked already', () => {
    given(...researched())
      .when(link(ben, { data: { linkId: 'l9' } }))
      .thenRefused('check/already-linked');
    given(...researched())
      .when(link(ben))
      .thenRefused('check/already-linked');
  });

  it('refuses an id that is taken', () => {
    given(...researched())
      .when(link(ben, { data: { linkId: 'l1', evidenceId: 'e3' }, facts: { evidence: evidence('e3', 'other') } }))
      .thenRefused('check/id-taken');
  });

  it('is frozen in every other stage', () => {
    for (const past of [open(), readyForReview(), inReview(), reconciling(), agreed(), withApproval(), withVersion()])
      for (const actor of [ana, ben])
        given(...past)
          .when(link(actor))
          .thenRefused('check/evidence-frozen');
    given().when(link(ana)).thenRefused('check/not-found');
  });

  it('is for editors, and for researchers of this check', () => {
    given(...researching(), ...accepted('cleo', 'reviewer'))
      .when(link(cleo))
      .thenRefused('desk/not-yours');
    given(...researching())
      .when(link(fay))
      .thenRefused('desk/not-yours');
    for (const actor of [gus, hal])
      given(...researching())
        .when(link(actor))
        .thenRefused('desk/role-missing');
    given(...researching())
      .when(link(job('links')))
      .thenRefused('desk/service-forbidden');
  });
});

describe('submitting for review', () => {
  it('freezes the evidence with the researcher’s proposal', () => {
    given(...researched())
      .when(submitForReview(ben))
      .thenEvents(submitted, ready);
  });

  it('pins the claim as it is now', () => {
    given(...researched())
      .when(submitForReview(ben, { facts: { claim: { ...claim, revision: 3 } } }))
      .thenEvents({ ...submitted, data: { ...submitted.data, claimRevision: 3 } }, ready);
  });

  it('refuses a check without evidence', () => {
    given(...researching())
      .when(submitForReview(ben, { facts: { claim: { ...claim, status: 'merged' } } }))
      .thenRefused('check/no-evidence');
  });

  it.each(['capturing', 'failed', 'broken'] as const)('refuses evidence that is %s', (status) => {
    given(...researched())
      .when(submitForReview(ben, { facts: { evidence: [e1, { ...e2, status }] } }))
      .thenRefused('check/evidence-not-archived');
  });

  it('takes evidence that cannot be archived, once somebody has taken note', () => {
    given(...researched())
      .when(submitForReview(ben, { facts: { evidence: [e1, { ...e2, status: 'acknowledged' }] } }))
      .thenEvents(submitted, ready);
  });

  it('refuses a claim of which nobody knows when it was stated', () => {
    given(...researched())
      .when(submitForReview(ben, { facts: { claim: { ...claim, statedOn: { precision: 'unresolved' } } } }))
      .thenRefused('check/date-unresolved');
  });

  it('refuses a claim that was merged', () => {
    given(...researched())
      .when(submitForReview(ben, { facts: { claim: { ...claim, status: 'merged' } } }))
      .thenRefused('check/claim-merged');
  });

  it('is for researchers of this check alone', () => {
    for (const actor of [ana, eva])
      given(...researched())
        .when(submitForReview(actor))
        .thenRefused('desk/not-yours');
    given(...researched(), ...accepted('ana', 'researcher'))
      .when(submitForReview(also(ana, 'reviewer')))
      .thenEvents(submitted, ready);
    given(...researched())
      .when(submitForReview(hal))
      .thenRefused('desk/role-missing');
    given(...researched())
      .when(submitForReview(job('reviews')))
      .thenRefused('desk/service-forbidden');
  });

  it('is possible only while the check is researched', () => {
    for (const past of [open(), readyForReview(), inReview(), agreed(), withVersion()])
      given(...past)
        .when(submitForReview(ben))
        .thenRefused('check/wrong-stage');
  });
});
