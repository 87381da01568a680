import { stateOf } from '#kernel';
import type { Actor } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent } from '../../domain/check.events.js';
import { NO_HIDDEN_LINKS } from '../../domain/hidden-links.js';
import {
  ana,
  cleo,
  dan,
  deadlock,
  decided,
  fay,
  inReview,
  inTieBreak,
  mostlyTrue,
  reconciling,
  returned,
  revealed,
  roundOpened,
  ruled,
  rulingWithdrawn,
  setAside,
  stage,
  tieBreakRuled,
  unproven,
} from '../../domain/testing/index.js';
import { round } from './rounds.answer.js';
import { roundsIn } from './rounds.fold.js';
import { seenBy } from './seen.js';

const RECORDED = '2026-11-22T10:00:01.000Z';
const WHY = 'I had read the briefing of another day.';

describe('the rounds of a check', () => {
  describe('with a ruling that was withdrawn', () => {
    const past = [...inReview(), ruled('cleo', unproven), ruled('dan', unproven), rulingWithdrawn('cleo')];

    it('count it no more, for whomever', () => {
      for (const viewer of [ana, cleo, dan]) expect(roundFor(viewer, past)).toMatchObject({ rulingsIn: 1 });
      const again = [...past, ruled('cleo', mostlyTrue, { rulingId: 'another' })];
      for (const viewer of [ana, cleo, dan]) expect(roundFor(viewer, again)).toMatchObject({ rulingsIn: 2 });
    });

    it('show its author what he had entered, and why he took it back', () => {
      expect(roundFor(cleo, past)?.rulings).toMatchObject([
        { rulingId: 'ruling-cleo', entries: [{ label: 'unproven' }], withdrawn: { reason: WHY, at: RECORDED } },
      ]);
    });

    it('show editors that it was taken back, and the other reviewers neither whose nor when', () => {
      expect(roundFor(ana, past)?.sealed).toEqual([
        { rulingId: 'ruling-cleo', reviewerId: 'cleo', enteredAt: RECORDED, withdrawnAt: RECORDED },
        { rulingId: 'ruling-dan', reviewerId: 'dan', enteredAt: RECORDED },
      ]);
      const forDan = roundFor(dan, past);
      expect(forDan).toMatchObject({ sealed: [], rulings: [{ reviewerId: 'dan' }] });
      expect(JSON.stringify({ ...forDan, reviewers: [] })).not.toMatch(/cleo|briefing/);
    });

    it('show it to everybody after the reveal, beside the one that counts', () => {
      const opened = [...past, ruled('cleo', mostlyTrue, { rulingId: 'another' }), revealed('cleo', 'dan')];
      expect(roundFor(dan, opened)).toMatchObject({
        rulingsIn: 2,
        rulings: [{ rulingId: 'ruling-cleo', withdrawn: { reason: WHY } }, {}, { rulingId: 'another' }],
      });
    });
  });

  it('show on what way a dispute was decided', () => {
    const broken = [
      ...inTieBreak(),
      tieBreakRuled('fay'),
      decided(unproven, ['cleo'], ['dan'], { basis: 'tie_break' }),
    ];
    const { choice, answers } = broken.flatMap((one) => (one.type === 'TieBreakRuled' ? [one.data] : []))[0] ?? {};
    expect(roundFor(dan, broken)).toMatchObject({
      reconciliationEnded: { reason: 'Both stand by their rulings.', at: RECORDED },
      tieBreak: {
        rulingId: 'tie-break',
        tieBreakerId: 'fay',
        answers,
        choice: { ...unproven, linkIds: ['l1'] },
        rationale: choice?.rationale,
        enteredAt: RECORDED,
      },
      decision: { basis: 'tie_break', agreeing: ['cleo'], dissenting: ['dan'] },
    });
    expect(roundFor(dan, broken)).not.toHaveProperty('deadlock');
  });

  it('show how a tie stayed one, and why the round was closed', () => {
    const choice = { noConsensus: true, rationale: 'Neither convinces me.' } as const;
    const closed = [
      ...inTieBreak(),
      tieBreakRuled('fay', { choice }),
      deadlock('no_consensus'),
      decided(unproven, [], ['cleo', 'dan'], { basis: 'no_consensus', reason: 'Neither side can be followed.' }),
    ];
    const shown = roundFor(ana, closed);
    expect(shown?.tieBreak).not.toHaveProperty('choice');
    expect(shown).toMatchObject({
      tieBreak: { rationale: 'Neither convinces me.' },
      deadlock: { cause: 'no_consensus', at: RECORDED },
      decision: { reason: 'Neither side can be followed.' },
    });
  });

  it('show each of several, with what became of it', () => {
    const past = [
      ...inReview(),
      ruled('cleo', unproven),
      returned('in_review'),
      setAside('returned'),
      roundOpened(['cleo', 'dan'], { round: 2 }),
      stage('in_review', 7),
      ruled('dan', unproven, { round: 2, rulingId: 'second' }),
    ];
    expect(roundsFor(dan, past)).toMatchObject([
      { round: 1, rulingsIn: 1, rulings: [], setAside: { reason: 'returned', at: RECORDED } },
      { round: 2, rulingsIn: 1, rulings: [{ rulingId: 'second' }] },
    ]);
  });

  it('are as the description of the answer says', () => {
    for (const past of [inReview(), reconciling(), [...inTieBreak(), tieBreakRuled('fay'), deadlock('unanswered')]])
      for (const viewer of [ana, dan, fay])
        for (const one of roundsFor(viewer, past))
          expect(round.safeParse(JSON.parse(JSON.stringify(one))).error).toBeUndefined();
  });
});

const roundsFor = (viewer: Actor, past: readonly CheckEvent[]) => {
  const stream = past.map((event, place) => ({ ...recorded(event, 'c4', authorOf(event)), version: place + 1 }));
  return roundsIn(seenBy(viewer, stream, stateOf(checkDecider, past), NO_HIDDEN_LINKS));
};

const roundFor = (viewer: Actor, past: readonly CheckEvent[]) => roundsFor(viewer, past)[0];

const authorOf = (event: CheckEvent): Actor =>
  'reviewerId' in event.data && event.data.reviewerId === 'dan' ? dan : cleo;
