import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import {
  agreed,
  also,
  ana,
  approved,
  ben,
  claim,
  cleo,
  drafted,
  e1,
  e2,
  enters,
  eva,
  factsOf,
  fay,
  hal,
  inReview,
  job,
  open,
  policyWith,
  publish,
  published,
  withApproval,
  withDraft,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const out = enters('published', 7, 'approved');
const conflicted = { member: factsOf(eva, { interests: ['person:john-kirby'] }) };

describe('publishing a verdict', () => {
  it('gives it its two addresses, and the day on which it is looked at again', () => {
    given(...withApproval())
      .when(publish(eva))
      .thenEvents(published, out);
    given(...withApproval())
      .when(publish(fay))
      .thenEvents(published, out);
  });

  it('expires when that day begins at the desk', () => {
    given(...withApproval({ policy: policyWith({ calendar: { timeZone: 'America/New_York' } }) }))
      .when(publish(eva))
      .thenEvents({ ...published, data: { ...published.data, expiresAt: '2027-05-23T04:00:00.000Z' } }, out);
  });

  it('refuses whoever took part', () => {
    const past = given(...withDraft({}, drafted({ by: 'fay' })), ...withApproval().slice(-2));
    const member = conflicted;
    past.when(publish(also(ben, 'approver'), { facts: member })).thenRefused('check/approver-is-researcher');
    past.when(publish(fay, { facts: member })).thenRefused('check/approver-is-drafter');
    past.when(publish(also(ana, 'approver'), { facts: member })).thenRefused('check/approver-handled-claim');
    past.when(publish(also(cleo, 'approver'), { facts: member })).thenRefused('check/approver-ruled');
  });

  it('refuses who has an interest in a party', () => {
    given(...withApproval())
      .when(publish(eva, { facts: { ...conflicted, claim: { ...claim, status: 'merged' } } }))
      .thenRefused('check/conflict-of-interest');
  });

  it('refuses what has changed since the approval, in the order of the gate', () => {
    const past = given(...withApproval());
    const broken = [
      { ...e1, status: 'failed' },
      { ...e2, status: 'broken' },
    ] as const;
    const changed = { ...claim, revision: 2 };
    past
      .when(publish(eva, { facts: { claim: { ...changed, status: 'merged', checkability: 'opinion' } } }))
      .thenRefused('check/claim-merged');
    past
      .when(publish(eva, { facts: { claim: { ...changed, checkability: 'opinion' } } }))
      .thenRefused('check/claim-not-rateable');
    past.when(publish(eva, { facts: { claim: changed, evidence: broken } })).thenRefused('check/draft-changed');
    past.when(publish(eva, { data: { versionNo: 2 }, facts: { evidence: broken } })).thenRefused('check/draft-changed');
    past.when(publish(eva, { facts: { evidence: broken } })).thenRefused('check/evidence-broken');
    past
      .when(publish(eva, { facts: { evidence: [{ ...e1, status: 'failed' }, e2] } }))
      .thenRefused('check/evidence-not-archived');
  });

  it('keeps to the exception that was signed', () => {
    const waivers = [{ rule: 'archive', code: 'legal_hold', note: 'Because.' }] as const;
    given(...withApproval({}, approved('eva', { waivers })))
      .when(publish(eva, { facts: { evidence: [{ ...e1, status: 'failed' }, e2] } }))
      .thenEvents(published, out);
  });

  it('is not done by a service, since no schedule stands', () => {
    given(...withApproval())
      .when(publish(job('publish-verdict'), { data: { scheduleNo: 1 } }))
      .thenNothing();
    given(...withVersion())
      .when(publish(job('publish-verdict'), { data: { scheduleNo: 1 } }))
      .thenNothing();
  });

  it('is possible only once it is approved, and only once', () => {
    for (const past of [open(), inReview(), agreed(), withDraft(), withVersion()])
      given(...past)
        .when(publish(eva))
        .thenRefused('check/wrong-stage');
  });

  it('names the version that was seen, and is for approvers', () => {
    expect(checkDecider.rules.PublishVerdict.versioned).toBe(true);
    for (const actor of [ana, ben, hal])
      given(...withApproval())
        .when(publish(actor))
        .thenRefused('desk/role-missing');
  });
});
