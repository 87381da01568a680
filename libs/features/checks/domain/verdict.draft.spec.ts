import { canonicalJson, sha256 } from '#kernel';
import { specify } from '#kernel/testing';
import type { Label } from '#features/standards';
import { checkDecider } from './check.decider.js';
import type { CheckEvent, VerdictDrafted } from './check.events.js';
import {
  TODAY,
  accepted,
  agreed,
  ana,
  ben,
  claim,
  cleo,
  dan,
  decided,
  draft,
  drafted,
  eva,
  fiveStep,
  hal,
  inReview,
  job,
  mostlyTrue,
  open,
  pins,
  policyWith,
  readyForReview,
  reconciling,
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

/** Exactly these fields are what readers will read, and what the hash covers. */
const content = {
  title: 'Shells for Russia',
  claimReviewed: 'North Korea covertly supplies artillery shells to Russia',
  summary: 'Rests on one undisclosed source and is denied.',
  body: 'Long text.',
  language: 'en',
  asOf: TODAY,
  citedLinkIds: ['l1', 'l2'],
  ...unproven,
  labelText: 'Unproven',
  reviewBy: '2027-05-23',
};

const asDrafted = (
  changes: Partial<typeof content> & { readonly disagreementNote?: string; readonly notice?: string } = {},
  rest: Partial<VerdictDrafted['data']> = {},
): VerdictDrafted => ({
  type: 'VerdictDrafted',
  data: {
    ...content,
    ...changes,
    versionNo: 1,
    draftNo: 1,
    round: 1,
    ...pins,
    contentHash: sha256(canonicalJson({ ...content, ...changes })),
    by: 'ben',
    ...rest,
  },
});

describe('drafting a verdict', () => {
  it('gives it a number, the rating of the round, and the hash of what readers will read', () => {
    given(...agreed())
      .when(draft(ben))
      .thenEvents(asDrafted());
    given(...agreed())
      .when(draft(ana))
      .thenEvents(asDrafted({}, { by: 'ana' }));
  });

  it('has a hash that anybody can compute from the page', () => {
    expect(asDrafted().data.contentHash).toBe(
      sha256(
        '{"asOf":"2026-11-23","body":"Long text.","citedLinkIds":["l1","l2"],' +
          '"claimReviewed":"North Korea covertly supplies artillery shells to Russia",' +
          '"finding":"insufficient_evidence","label":"unproven","labelText":"Unproven","language":"en",' +
          '"reviewBy":"2027-05-23","strength":"low",' +
          '"summary":"Rests on one undisclosed source and is denied.","title":"Shells for Russia"}',
      ),
    );
  });

  it('covers the note on a disagreement, the notice and the review day with the hash', () => {
    const more = { disagreementNote: 'One saw more in it.', notice: 'Corrected.', reviewBy: '2026-12-01' };
    given(...agreed())
      .when(draft(ben, { data: more }))
      .thenEvents(asDrafted(more));
  });

  it('replaces an earlier draft of the same version', () => {
    given(...withDraft())
      .when(draft(ben))
      .thenEvents(asDrafted({}, { draftNo: 2 }));
    given(...withDraft(), drafted({ draftNo: 2 }))
      .when(draft(ben))
      .thenEvents(asDrafted({}, { draftNo: 3 }));
  });

  it('pins the claim as it is now', () => {
    given(...agreed())
      .when(draft(ben, { facts: { claim: { ...claim, revision: 4 } } }))
      .thenEvents(asDrafted({}, { claimRevision: 4 }));
  });

  it('is looked at again after the time of the policy', () => {
    given(...agreed({ policy: policyWith({ publication: { reviewAfter: 'P30D' } }) }))
      .when(draft(ben, { data: { asOf: '2026-11-20' } }))
      .thenEvents(asDrafted({ asOf: '2026-11-20', reviewBy: '2026-12-20' }));
  });

  it('says the label in the language of the draft, where the scale has it', () => {
    const labels = fiveStep.labels.map((label) => ({ ...label, text: { ...label.text, de: `${label.key} (de)` } }));
    const past = given(...decidedOn(labels));
    for (const language of ['de', 'de-AT'])
      past.when(draft(ben, { data: { language } })).thenEvents(asDrafted({ language, labelText: 'unproven (de)' }));
    past.when(draft(ben, { data: { language: 'fr' } })).thenEvents(asDrafted({ language: 'fr' }));
  });

  it('has its own words for the rating only on a scale without numbers', () => {
    const labelText = 'We cannot tell';
    given(...agreed())
      .when(draft(ben, { data: { labelText } }))
      .thenEvents(asDrafted());
    const past = given(...decidedOn(fiveStep.labels.map((label) => ({ ...label, value: undefined }))));
    past.when(draft(ben, { data: { labelText } })).thenEvents(asDrafted({ labelText }));
    past.when(draft(ben)).thenEvents(asDrafted());
  });

  it('refuses to hold as of a day that has not come where the desk is', () => {
    given(...agreed())
      .when(draft(ben, { data: { asOf: '2026-11-24', claimReviewed: 'x'.repeat(76) } }))
      .thenRefused('check/as-of-future');
    const tokyo = { policy: policyWith({ calendar: { timeZone: 'Asia/Tokyo' } }) };
    const at = '2026-11-23T15:30:00.000Z';
    given(...agreed(tokyo))
      .when(draft(ben, { data: { asOf: '2026-11-24' }, at }))
      .thenEvents(asDrafted({ asOf: '2026-11-24', reviewBy: '2027-05-24' }));
    given(...agreed())
      .when(draft(ben, { data: { asOf: '2026-11-24' }, at }))
      .thenRefused('check/as-of-future');
  });

  it('refuses a reviewed claim that is too long, counted in characters as people do', () => {
    given(...agreed())
      .when(draft(ben, { data: { claimReviewed: `${'x'.repeat(71)} true` } }))
      .thenRefused('check/claim-reviewed-too-long');
    const claimReviewed = '🚀'.repeat(75);
    given(...agreed())
      .when(draft(ben, { data: { claimReviewed } }))
      .thenEvents(asDrafted({ claimReviewed }));
  });

  it.each([
    'Mostly true: shells for Russia',
    'It is TRUE that shells were sent',
    'Shells are not\n checkable',
    'Shells: unproven',
    '“Outdated”, says Kirby',
  ])('refuses to rate in the reviewed claim: %j', (claimReviewed) => {
    given(...agreed())
      .when(draft(ben, { data: { claimReviewed, citedLinkIds: ['l9'] } }))
      .thenRefused('check/rating-in-claim-reviewed');
  });

  it.each(['Untrue words', 'Falsehoods about shells', 'Truepenny', 'Not only checkable', 'true_north', 'Trué north'])(
    'takes words of which a label is only a part: %j',
    (claimReviewed) => {
      given(...agreed())
        .when(draft(ben, { data: { claimReviewed } }))
        .thenEvents(asDrafted({ claimReviewed }));
    },
  );

  it('knows the labels in every language of the scale, however their letters are written', () => {
    const labels = fiveStep.labels.map((label) => ({ ...label, text: { ...label.text, fr: 'Avéré (C++)' } }));
    for (const claimReviewed of ['C’est avéré (c++) !', 'AVÉRÉ (C++)'])
      given(...decidedOn(labels))
        .when(draft(ben, { data: { claimReviewed } }))
        .thenRefused('check/rating-in-claim-reviewed');
  });

  it('refuses to cite what is not linked', () => {
    given(...agreed())
      .when(draft(ben, { data: { citedLinkIds: ['l1', 'l9'] } }))
      .thenRefused('check/link-unknown');
  });

  it('refuses to name a correction where none is pending', () => {
    given(...agreed())
      .when(draft(ben, { data: { correctionId: 'k1' } }))
      .thenRefused('check/no-correction');
  });

  it('refuses to keep silent on a disagreement', () => {
    const settled = [...reconciling(), decided(unproven), stage('decided', 6)];
    given(...settled)
      .when(draft(ben))
      .thenRefused('check/disagreement-note-missing');
    const disagreementNote = 'At first one reviewer found it mostly true.';
    given(...settled)
      .when(draft(ben, { data: { disagreementNote } }))
      .thenEvents(asDrafted({ disagreementNote }));
  });

  it('refuses to keep silent on dissent', () => {
    const three = ['cleo', 'dan', 'fay'];
    const dissent = [
      ...inReview({}, roundOpened(three, { agreement: 'majority' })),
      ...[unproven, unproven, mostlyTrue].map((rating, place) => ruled(three[place] ?? '', rating)),
      revealed(...three),
      decided(unproven, ['cleo', 'dan'], ['fay']),
      stage('decided', 5),
    ];
    given(...dissent)
      .when(draft(ben))
      .thenRefused('check/disagreement-note-missing');
  });

  it('needs no note where the policy asks for none', () => {
    const policy = policyWith({ publication: { disagreementNote: 'never' } });
    given(...reconciling({ policy }), decided(unproven), stage('decided', 6))
      .when(draft(ben))
      .thenEvents(asDrafted());
  });

  it('is possible only once the round is decided', () => {
    for (const past of [open(), readyForReview(), inReview(), reconciling(), withApproval(), withVersion()])
      given(...past)
        .when(draft(ana))
        .thenRefused('check/wrong-stage');
  });

  it('is for editors, and for researchers of this check', () => {
    for (const actor of [cleo, dan, eva])
      given(...agreed())
        .when(draft(actor))
        .thenRefused('desk/not-yours');
    given(...agreed(), ...accepted('eva', 'researcher'))
      .when(draft(eva))
      .thenEvents(asDrafted({}, { by: 'eva' }));
    given(...agreed())
      .when(draft(hal))
      .thenRefused('desk/role-missing');
    given(...agreed())
      .when(draft(job('drafts')))
      .thenRefused('desk/service-forbidden');
  });

  it('is looked at again on a day that is still to come, which is asked last', () => {
    for (const reviewBy of ['2026-11-22', TODAY])
      given(...agreed())
        .when(draft(ben, { data: { reviewBy } }))
        .thenRefused('check/review-by-past');
    given(...agreed())
      .when(draft(ben, { data: { reviewBy: '2026-11-24' } }))
      .thenEvents(asDrafted({ reviewBy: '2026-11-24' }));
    given(...agreed())
      .when(draft(ben, { data: { reviewBy: TODAY, correctionId: 'k1' } }))
      .thenRefused('check/no-correction');
  });
});

const decidedOn = (labels: readonly Label[]): readonly CheckEvent[] => [
  ...inReview({}, roundOpened(['cleo', 'dan'], { scale: { ...fiveStep, labels } })),
  ruled('cleo', unproven),
  ruled('dan', unproven),
  revealed('cleo', 'dan'),
  decided(unproven),
  stage('decided', 5),
];
