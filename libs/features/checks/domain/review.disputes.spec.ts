import { specify } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import {
  accepted,
  agreed,
  also,
  ana,
  approve,
  ben,
  cleo,
  closeRound,
  dan,
  deadlock,
  deadlocked,
  decided,
  draft,
  drafted,
  endReconciliation,
  enters,
  eva,
  factsOf,
  fay,
  hal,
  inReview,
  inTieBreak,
  isFalse,
  job,
  marks,
  mostlyTrue,
  opinion,
  paused,
  readyForReview,
  reconciliationEnded,
  reconciling,
  recordTieBreak,
  recusal,
  recuse,
  replyRequested,
  revealed,
  roundOpened,
  ruled,
  setAside,
  stage,
  tieBreakRuled,
  unproven,
  withVersion,
} from './testing/index.js';

const given = specify(checkDecider);

const noonAndFour = marks('2026-11-23T12:00:00.000Z', { after: '2026-11-23T16:00:00.000Z' });
const inEightHours = marks('2026-11-23T18:00:00.000Z', {
  before: '2026-11-23T16:00:00.000Z',
  after: '2026-11-24T10:00:00.000Z',
});
const inFourHours = marks('2026-11-23T14:00:00.000Z', {
  before: '2026-11-23T12:00:00.000Z',
  after: '2026-11-23T18:00:00.000Z',
});

describe('ending a reconciliation', () => {
  it('hands the round to who breaks the tie', () => {
    for (const actor of [ana, eva])
      given(...reconciling())
        .when(endReconciliation(actor))
        .thenEvents(reconciliationEnded, enters('tie_break', 6, 'reconciling', inEightHours));
  });

  it('is for editors and approvers', () => {
    for (const actor of [cleo, hal])
      given(...reconciling())
        .when(endReconciliation(actor))
        .thenRefused('desk/role-missing');
    given(...reconciling())
      .when(endReconciliation(job('mark-deadline')))
      .thenRefused('desk/service-forbidden');
  });

  it('is possible only while the reviewers may still agree', () => {
    for (const past of [readyForReview(), inReview(), inTieBreak(), deadlocked(), agreed()])
      given(...past)
        .when(endReconciliation(ana))
        .thenRefused('check/wrong-stage');
  });
});

describe('breaking the tie', () => {
  const tied = given(...inTieBreak());
  const decision = enters('decided', 7, 'tie_break', noonAndFour);
  const forCleo = decided(unproven, ['cleo'], ['dan'], { basis: 'tie_break' });

  it('decides for one of the rulings, with an answer to each, and keeps the dissent', () => {
    tied.when(recordTieBreak(fay)).thenEvents(tieBreakRuled('fay', { choice: opinion() }), forCleo, decision);
    tied
      .when(recordTieBreak(fay, { data: { choice: opinion({ ...mostlyTrue, strength: 'high' }) } }))
      .thenEvents(
        tieBreakRuled('fay', { choice: opinion({ ...mostlyTrue, strength: 'high' }) }),
        decided({ ...mostlyTrue, strength: 'high' }, ['dan'], ['cleo'], { basis: 'tie_break' }),
        decision,
      );
  });

  it('waits for a reply that is still open', () => {
    given(...inTieBreak(), replyRequested())
      .when(recordTieBreak(fay))
      .thenEvents(tieBreakRuled('fay', { choice: opinion() }), forCleo, decision, paused(7));
  });

  it('may find no consensus', () => {
    const choice = { noConsensus: true, rationale: 'Both read the same line in two ways.' } as const;
    tied
      .when(recordTieBreak(fay, { data: { choice } }))
      .thenEvents(
        tieBreakRuled('fay', { choice }),
        deadlock('no_consensus'),
        enters('deadlocked', 7, 'tie_break', inFourHours),
      );
  });

  it('refuses another round than the one at hand', () => {
    tied.when(recordTieBreak(fay, { data: { round: 2, answers: [] } })).thenRefused('check/round-closed');
  });

  it('refuses who worked on the case, and who has ruled in any of its rounds', () => {
    const conflicted = { member: factsOf(fay, { interests: ['person:john-kirby'] }) };
    given(...inTieBreak(), ...accepted('fay', 'researcher'))
      .when(recordTieBreak(fay, { facts: conflicted }))
      .thenRefused('check/tie-breaker-not-independent');
    given(...inTieBreak(), ...accepted('cleo', 'tie_breaker'))
      .when(recordTieBreak(also(cleo, 'approver')))
      .thenRefused('check/tie-breaker-not-independent');
  });

  it('refuses who has found no consensus in a round before', () => {
    given(
      ...inTieBreak(),
      tieBreakRuled('fay'),
      deadlock('no_consensus'),
      setAside('returned'),
      roundOpened(['cleo', 'dan'], { round: 2 }),
      stage('tie_break', 12),
    )
      .when(recordTieBreak(fay, { data: { round: 2 } }))
      .thenRefused('check/tie-breaker-not-independent');
  });

  it('refuses who has an interest in a party', () => {
    const conflicted = { member: factsOf(fay, { interests: ['person:john-kirby'] }) };
    tied
      .when(recordTieBreak(fay, { facts: conflicted, data: { answers: [] } }))
      .thenRefused('check/conflict-of-interest');
  });

  it('refuses to pass over a rationale', () => {
    const answers = [{ rulingId: 'ruling-cleo', text: 'I follow her.' }];
    tied
      .when(recordTieBreak(fay, { data: { answers, choice: opinion(isFalse) } }))
      .thenRefused('check/rationales-not-answered');
    const choice = { noConsensus: true, rationale: 'Nobody convinces me.' } as const;
    tied.when(recordTieBreak(fay, { data: { answers: [], choice } })).thenRefused('check/rationales-not-answered');
  });

  it('refuses an opinion that nobody holds', () => {
    for (const other of [isFalse, { ...unproven, finding: 'conflicting_evidence' } as const])
      tied
        .when(recordTieBreak(fay, { data: { choice: opinion({ ...other, linkIds: ['l9'] }) } }))
        .thenRefused('check/tie-break-picks-none');
  });

  it('refuses to cite what is not linked, to answer what is not there, and an id that is taken', () => {
    const answers = ['cleo', 'dan', 'eva'].map((id) => ({ rulingId: `ruling-${id}`, text: 'I have read it.' }));
    tied
      .when(recordTieBreak(fay, { data: { answers, choice: opinion({ linkIds: ['l9'] }) } }))
      .thenRefused('check/link-unknown');
    tied.when(recordTieBreak(fay, { data: { answers, rulingId: 'ruling-cleo' } })).thenRefused('check/ruling-unknown');
    tied.when(recordTieBreak(fay, { data: { rulingId: 'ruling-cleo' } })).thenRefused('check/id-taken');
  });

  it('is for who has agreed to do it', () => {
    tied.when(recordTieBreak(fay, { facts: { member: undefined } })).thenRefused('desk/not-yours');
    tied.when(recordTieBreak(eva)).thenRefused('desk/not-yours');
    for (const actor of [ana, cleo, hal]) tied.when(recordTieBreak(actor)).thenRefused('desk/role-missing');
    tied.when(recordTieBreak(job('tie'))).thenRefused('desk/service-forbidden');
    expect(checkDecider.rules.RecordTieBreak.versioned).toBe(true);
  });

  it('is possible only where there is a tie', () => {
    const holder = accepted('fay', 'tie_breaker');
    for (const past of [inReview(), reconciling(), deadlocked(), agreed()])
      given(...past, ...holder)
        .when(recordTieBreak(fay))
        .thenRefused('check/wrong-stage');
  });

  it('keeps its author from signing, and asks the text to tell of the disagreement', () => {
    const broken = [...inTieBreak(), tieBreakRuled('fay'), forCleo, stage('decided', 7)];
    given(...broken, drafted({ disagreementNote: 'Dan read it otherwise.' }))
      .when(approve(fay))
      .thenRefused('check/approver-ruled');
    given(...broken)
      .when(draft(ben))
      .thenRefused('check/disagreement-note-missing');
  });

  it('comes to nothing when its author recuses himself before the verdict is out', () => {
    given(...inTieBreak(), tieBreakRuled('fay'), forCleo, stage('decided', 7))
      .when(recuse(fay))
      .thenEvents(
        recusal('fay', { assignmentIds: ['fay-tie_breaker'] }),
        setAside('recusal'),
        enters('ready_for_review', 8, 'decided', noonAndFour),
      );
  });
});

describe('closing a round', () => {
  const stuck = given(...deadlocked());
  const disputed = { label: 'disputed', finding: 'conflicting_evidence', strength: 'low' } as const;
  const reason = 'Neither side can be followed today.';

  it('decides that the evidence is in conflict, weakly, and keeps what everybody found', () => {
    stuck
      .when(closeRound(eva))
      .thenEvents(
        decided(disputed, [], ['cleo', 'dan'], { basis: 'no_consensus', reason }),
        enters('decided', 8, 'deadlocked', noonAndFour),
      );
  });

  it('counts those as agreed who had found the same', () => {
    const past = [
      ...inReview(),
      ruled('cleo', { ...disputed, strength: 'high' }),
      ruled('dan', mostlyTrue),
      revealed('cleo', 'dan'),
      stage('deadlocked', 7),
    ];
    given(...past)
      .when(closeRound(eva))
      .thenEvents(
        decided(disputed, ['cleo'], ['dan'], { basis: 'no_consensus', reason }),
        enters('decided', 8, 'deadlocked', noonAndFour),
      );
  });

  it('takes the first label of the scale that stands for it', () => {
    const scale = {
      scaleId: 'own',
      version: 3,
      labels: [
        { key: 'no', text: { en: 'No' }, definition: { en: 'No.' }, findings: ['refuted'] },
        {
          key: 'split',
          text: { en: 'Split' },
          definition: { en: 'Both.' },
          findings: ['mixed', 'conflicting_evidence'],
        },
        { key: 'open', text: { en: 'Open' }, definition: { en: 'Open.' }, findings: ['conflicting_evidence'] },
      ],
    } as const;
    const past = [...inReview({}, roundOpened(['cleo', 'dan'], { scale })), stage('deadlocked', 5)];
    given(...past)
      .when(closeRound(eva))
      .thenEvents(
        decided({ ...disputed, label: 'split' }, [], [], { basis: 'no_consensus', reason }),
        enters('decided', 6, 'deadlocked', noonAndFour),
      );
    const without = { ...scale, labels: [scale.labels[0]] };
    given(...inReview({}, roundOpened(['cleo', 'dan'], { scale: without })), stage('deadlocked', 5))
      .when(closeRound(eva))
      .thenRefused('check/label-unknown');
  });

  it('waits for a reply that is still open', () => {
    given(...deadlocked(), replyRequested())
      .when(closeRound(eva))
      .thenEvents(
        decided(disputed, [], ['cleo', 'dan'], { basis: 'no_consensus', reason }),
        enters('decided', 8, 'deadlocked', noonAndFour),
        paused(8),
      );
  });

  it('refuses another round than the one at hand', () => {
    stuck.when(closeRound(also(cleo, 'approver'), 2)).thenRefused('check/round-closed');
  });

  it('refuses who has ruled in it, or was asked to break its tie and did not', () => {
    stuck.when(closeRound(also(dan, 'approver'))).thenRefused('check/approver-ruled');
    given(...inTieBreak(), tieBreakRuled('fay'), deadlock('no_consensus'), stage('deadlocked', 7))
      .when(closeRound(fay))
      .thenRefused('check/approver-ruled');
    stuck
      .when(closeRound(fay))
      .thenEvents(
        decided(disputed, [], ['cleo', 'dan'], { basis: 'no_consensus', reason }),
        enters('decided', 8, 'deadlocked', noonAndFour),
      );
  });

  it('is for approvers', () => {
    for (const actor of [ana, cleo, hal]) stuck.when(closeRound(actor)).thenRefused('desk/role-missing');
    stuck.when(closeRound(job('rounds'))).thenRefused('desk/service-forbidden');
    expect(checkDecider.rules.CloseRound.versioned).toBe(true);
  });

  it('is possible only where nobody could decide', () => {
    for (const past of [inReview(), reconciling(), inTieBreak(), agreed(), withVersion()])
      given(...past)
        .when(closeRound(eva))
        .thenRefused('check/wrong-stage');
  });

  it('lets nobody draft in silence about it', () => {
    const closed = decided(disputed, [], ['cleo', 'dan'], { basis: 'no_consensus', reason });
    given(...deadlocked(), closed, stage('decided', 8))
      .when(draft(ben))
      .thenRefused('check/disagreement-note-missing');
  });
});
