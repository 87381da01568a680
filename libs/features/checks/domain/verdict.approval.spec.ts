import type { DataOf } from '#kernel';
import { specify } from '#kernel/testing';
import type { ApproveVerdict } from './check.commands.js';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  agreed,
  also,
  ana,
  approve,
  approved,
  ben,
  claim,
  cleo,
  dan,
  decided,
  drafted,
  e1,
  e2,
  enters,
  eva,
  factsOf,
  fay,
  gus,
  hal,
  inReview,
  isFalse,
  job,
  linked,
  marks,
  open,
  policyWith,
  readyForReview,
  revealed,
  roundOpened,
  ruled,
  stage,
  unproven,
  withApproval,
  withDraft,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const signing = enters(
  'approved',
  6,
  'decided',
  marks('2026-11-23T11:00:00.000Z', { after: '2026-11-23T15:00:00.000Z' }),
);
const conflicted = { member: factsOf(eva, { interests: ['person:john-kirby'] }) };
const merged = { claim: { ...claim, status: 'merged', checkability: 'opinion' } } as const;

type Waivers = DataOf<ApproveVerdict>['waivers'];
const waiver = (rule: Waivers[number]['rule'], code: string): Waivers => [{ rule, code, note: 'Because.' }];

describe('approving a verdict', () => {
  it('records who signs which draft, on what sources', () => {
    given(...withDraft())
      .when(approve(eva))
      .thenEvents(approved('eva'), signing);
  });

  it('records the rules waived', () => {
    const data = { waivers: waiver('sources', 'sole_access') };
    given(...withDraft())
      .when(approve(eva, { data }))
      .thenEvents(approved('eva', data), signing);
  });

  it('refuses a reply that nobody has received', () => {
    given(...withDraft())
      .when(approve(eva, { data: { consideredReplyIds: ['r1'] } }))
      .thenRefused('check/reply-unknown');
  });

  it('refuses where nothing is drafted', () => {
    given(...agreed())
      .when(approve(eva))
      .thenRefused('check/no-draft');
  });

  it('refuses another draft than the last', () => {
    const past = given(...withDraft(), drafted({ draftNo: 2, contentHash: 'hash-2' }));
    past.when(approve(eva)).thenRefused('check/draft-changed');
    past.when(approve(ben, { data: { draftNo: 2 } })).thenRefused('desk/role-missing');
    past.when(approve(eva, { data: { draftNo: 2 } })).thenRefused('check/draft-changed');
    past.when(approve(eva, { data: { contentHash: 'hash-2' } })).thenRefused('check/draft-changed');
    past
      .when(approve(eva, { data: { versionNo: 2, draftNo: 2, contentHash: 'hash-2' } }))
      .thenRefused('check/draft-changed');
    past
      .when(approve(eva, { data: { draftNo: 2, contentHash: 'hash-2' } }))
      .thenEvents(approved('eva', { draftNo: 2, contentHash: 'hash-2' }), signing);
  });

  it('refuses a draft about a claim that has changed since', () => {
    given(...withDraft())
      .when(approve(also(ben, 'approver'), { facts: { claim: { ...claim, revision: 2 } } }))
      .thenRefused('check/draft-changed');
  });

  it('refuses whoever took part: researcher, drafter, who handled the claim, who ruled', () => {
    const past = given(...withDraft({}, drafted({ by: 'fay' })));
    past.when(approve(also(ben, 'approver'), { facts: conflicted })).thenRefused('check/approver-is-researcher');
    past.when(approve(fay, { facts: conflicted })).thenRefused('check/approver-is-drafter');
    past.when(approve(also(ana, 'approver'), { facts: conflicted })).thenRefused('check/approver-handled-claim');
    past.when(approve(also(cleo, 'approver'), { facts: conflicted })).thenRefused('check/approver-ruled');
    past.when(approve(also(dan, 'approver'), { facts: conflicted })).thenRefused('check/approver-ruled');
  });

  it('refuses whom the desk does not know', () => {
    given(...withDraft())
      .when(approve(eva, { facts: { member: undefined } }))
      .thenRefused('check/assignee-unknown');
  });

  it('refuses who linked evidence, though no researcher', () => {
    const past = withDraft();
    given(...past.slice(0, 4), linked('l9', 1, 'other', { by: 'fay' }), ...past.slice(4))
      .when(approve(fay))
      .thenRefused('check/approver-is-researcher');
  });

  it('lets who ruled approve where the policy does, unless he alone did', () => {
    const policy = policyWith({ approval: { mayHaveRuled: true } });
    given(...withDraft({ policy }))
      .when(approve(also(cleo, 'approver')))
      .thenEvents(approved('cleo'), signing);
    const alone: readonly CheckEvent[] = [
      ...inReview({ policy, claim: { severity: 'low' } }, roundOpened(['cleo'], { quorum: 1 })),
      ruled('cleo', unproven),
      revealed('cleo'),
      decided(unproven, ['cleo']),
      stage('decided', 5),
      drafted(),
    ];
    given(...alone)
      .when(approve(also(cleo, 'approver'), { facts: conflicted }))
      .thenRefused('check/approver-is-sole-ruler');
  });

  it('refuses who has an interest in a party', () => {
    given(...withDraft())
      .when(approve(eva, { facts: { ...merged, ...conflicted } }))
      .thenRefused('check/conflict-of-interest');
  });

  it('refuses a claim that was merged, can no longer be rated, or has no date', () => {
    given(...withDraft())
      .when(approve(eva, { facts: merged }))
      .thenRefused('check/claim-merged');
    const undated = { statedOn: { precision: 'unresolved' } } as const;
    given(...withDraft())
      .when(approve(eva, { facts: { claim: { ...claim, ...undated, checkability: 'opinion' } } }))
      .thenRefused('check/claim-not-rateable');
    given(...rated(isFalse))
      .when(approve(eva, { facts: { claim: { ...claim, ...undated } } }))
      .thenRefused('check/date-unresolved');
    const past = given(...withDraft());
    past
      .when(approve(eva, { facts: { claim: { ...claim, statedOn: { precision: 'unresolvable', basis: 'Lost.' } } } }))
      .thenEvents(approved('eva'), signing);
  });

  it.each([
    ['false', 'refuted'],
    ['mostly-false', 'mostly_refuted'],
    ['missing-context', 'misleading_context'],
  ] as const)('of %s refuses what the claimant was not asked about', (label, finding) => {
    given(...rated({ label, finding, strength: 'low' }))
      .when(approve(eva, { data: { waivers: waiver('sources', 'sole_access') } }))
      .thenRefused('check/reply-missing');
  });

  it('can do without a reply where the policy does not ask for one, or the exception is signed', () => {
    const sources = waiver('sources', 'sole_access');
    given(...rated(isFalse, { policy: policyWith({ reply: { requiredFor: [] } }) }))
      .when(approve(eva, { data: { waivers: sources } }))
      .thenEvents(approved('eva', { waivers: sources }), signing);
    const waivers = [...sources, ...waiver('reply', 'no_channel')];
    given(...rated(isFalse))
      .when(approve(eva, { data: { waivers } }))
      .thenEvents(approved('eva', { waivers }), signing);
    given(...rated(isFalse))
      .when(approve(eva, { data: { waivers: waiver('reply', 'no_channel') } }))
      .thenRefused('check/too-few-sources');
  });

  it('refuses evidence whose stored copy is broken, cited and not waived', () => {
    const broken = [e1, { ...e2, status: 'broken' }] as const;
    given(...withDraft())
      .when(approve(eva, { data: { waivers: waiver('archive', 'legal_hold') }, facts: { evidence: broken } }))
      .thenRefused('check/evidence-broken');
    given(...withDraft({}, drafted({ citedLinkIds: ['l1'] })))
      .when(approve(eva, { facts: { evidence: broken } }))
      .thenEvents(approved('eva'), signing);
  });

  it.each(['capturing', 'failed'] as const)('refuses evidence that is %s, unless waived', (status) => {
    const evidence = [e1, { ...e2, status }];
    const past = given(...withDraft());
    past.when(approve(eva, { facts: { evidence } })).thenRefused('check/evidence-not-archived');
    const waivers = waiver('archive', 'medium_unsupported');
    past
      .when(approve(eva, { facts: { evidence }, data: { waivers } }))
      .thenEvents(approved('eva', { waivers }), signing);
  });

  it('takes evidence that cannot be archived, once somebody has taken note', () => {
    given(...withDraft())
      .when(approve(eva, { facts: { evidence: [e1, { ...e2, status: 'acknowledged' }] } }))
      .thenEvents(approved('eva'), signing);
  });

  it('refuses an exception that the policy does not know for that rule', () => {
    const past = given(...withDraft());
    past
      .when(approve(eva, { data: { waivers: waiver('sources', 'urgent_harm') } }))
      .thenRefused('check/waiver-unknown');
    past
      .when(approve(eva, { data: { waivers: [...waiver('reply', 'unsafe'), ...waiver('archive', 'whim')] } }))
      .thenRefused('check/waiver-unknown');
  });

  it('says nothing more while one’s own approval is in force', () => {
    given(...withApproval())
      .when(approve(eva, { facts: merged }))
      .thenNothing();
    given(...withVersion())
      .when(approve(eva))
      .thenNothing();
  });

  it('is possible only once, by whomever', () => {
    given(...withApproval())
      .when(approve(fay))
      .thenRefused('check/wrong-stage');
    given(...withApproval())
      .when(approve(eva, { data: { draftNo: 2 } }))
      .thenRefused('check/wrong-stage');
    for (const past of [open(), readyForReview(), inReview()])
      given(...past)
        .when(approve(eva))
        .thenRefused('check/wrong-stage');
  });

  it('names the version that was seen, and is for approvers alone', () => {
    expect(checkDecider.rules.ApproveVerdict.versioned).toBe(true);
    for (const actor of [ana, ben, gus, hal])
      given(...withDraft())
        .when(approve(actor))
        .thenRefused('desk/role-missing');
    given(...withDraft())
      .when(approve({ ...job('approvals'), roles: ['approver'] }))
      .thenRefused('desk/service-forbidden');
  });
});

const rated = (rating: typeof unproven, changes: Parameters<typeof agreed>[0] = {}): readonly CheckEvent[] => [
  ...agreed(changes, rating),
  drafted(rating),
];
