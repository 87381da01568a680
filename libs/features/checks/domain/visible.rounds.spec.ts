import { stateOf } from '#kernel';
import type { Actor, Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import { NO_HIDDEN_LINKS } from './hidden-links.js';
import {
  also,
  ana,
  ben,
  cleo,
  dan,
  deadlocked,
  decided,
  eva,
  fay,
  gus,
  hal,
  inReview,
  inTieBreak,
  mostlyTrue,
  noteAdded,
  released,
  returned,
  revealed,
  roundOpened,
  ruled,
  rulingWithdrawn,
  setAside,
  stage,
  submitted,
  tieBreakRuled,
  unproven,
  withVersion,
} from './testing/index.js';
import { rulingsIn, visible } from './visible.js';

const cleos = recorded<CheckEvent>(ruled('cleo', unproven), 'c4', cleo);
const taken = recorded<CheckEvent>(rulingWithdrawn('cleo'), 'c4', cleo);
const withdrawn = [...inReview(), cleos, taken];

describe('a ruling that was withdrawn', () => {
  it('stays readable to its author, with the reason', () => {
    for (const event of [cleos, taken]) expect(see(cleo, event, withdrawn)).toEqual({ shows: 'all', event });
  });

  it.each([
    ['another reviewer', dan],
    ['another reviewer who is editor too', also(dan, 'editor')],
    ['the researcher', ben],
    ['a member without a part in it', { ...dan, id: 'gil' }],
    ['an admin', hal],
  ])('tells %s that one is out again, and not whose, why or when', (_, viewer) => {
    expect(see(viewer, taken, withdrawn)).toStrictEqual({
      shows: 'part',
      event: { ...placeOf(taken), type: 'RulingWithdrawn', data: { round: 1 } },
    });
    expect(dataOf(see(viewer, cleos, withdrawn))).toEqual({ round: 1 });
  });

  it.each([
    ['an editor', ana],
    ['an approver', eva],
    ['the auditor', gus],
  ])('tells %s whose it was and when, and not why', (_, viewer) => {
    const seen = see(viewer, taken, withdrawn);
    expect(seen).toMatchObject({ event: { actor: { id: 'cleo' }, recordedAt: taken.recordedAt } });
    expect(dataOf(seen)).toStrictEqual({ rulingId: 'ruling-cleo', round: 1, reviewerId: 'cleo' });
  });

  it('is open to all with the next reveal, like every other', () => {
    const past = [...withdrawn, ruled('cleo', mostlyTrue, { rulingId: 'other' }), ruled('dan', unproven)];
    for (const viewer of [dan, ben, ana, gus, hal])
      for (const event of [cleos, taken])
        expect(see(viewer, event, [...past, revealed('dan')])).toEqual({ shows: 'all', event });
  });

  it('is open at once where the round is not blind', () => {
    const past = [...inReview({}, roundOpened(['cleo', 'dan'], { blind: false })), cleos, taken];
    for (const viewer of [dan, ana, eva]) expect(see(viewer, taken, past)).toEqual({ shows: 'all', event: taken });
    expect(dataOf(see(ben, taken, past))).toEqual({ round: 1 });
  });

  it('is not counted', () => {
    expect(rulingsIn(stateOf(checkDecider, withdrawn))).toEqual({ in: 0, expected: 2 });
  });
});

describe('a round that was set aside while it was sealed', () => {
  const back = [...inReview(), cleos, returned('in_review'), setAside('returned'), stage('researching', 5)];
  const again = [...back, roundOpened(['eva', 'dan'], { round: 2 }), stage('in_review', 7)];

  it('stays sealed, also while another one is reviewed', () => {
    for (const past of [back, again])
      for (const viewer of [dan, ben, also(dan, 'editor')])
        expect(dataOf(see(viewer, cleos, past))).toEqual({ round: 1 });
    expect(dataOf(see(ana, cleos, again))).not.toHaveProperty('label');
    expect(see(cleo, cleos, again)).toEqual({ shows: 'all', event: cleos });
  });

  it('tells whoever was in it no more, whatever he is by now', () => {
    const left = [...back, released('dan', 'reviewer'), roundOpened(['eva'], { round: 2 })];
    expect(dataOf(see(also(dan, 'editor'), cleos, left))).toEqual({ round: 1 });
  });

  it('keeps the proposal of its time with it', () => {
    const proposed = recorded<CheckEvent>(submitted, 'c4', ben);
    expect(dataOf(see(dan, proposed, again))).not.toHaveProperty('proposal');
    expect(see(dan, proposed, [...again, revealedIn(2)])).toEqual({ shows: 'all', event: proposed });
  });

  it('is opened with the next reveal of the check', () => {
    for (const viewer of [dan, ben, ana, gus])
      expect(see(viewer, cleos, [...again, revealedIn(2)])).toEqual({ shows: 'all', event: cleos });
  });

  it('of a round that was not blind, its reviewers, editors and approvers go on seeing everything', () => {
    const open = [...inReview({}, roundOpened(['cleo', 'dan'], { blind: false })), cleos, setAside('returned')];
    const next = [...open, roundOpened(['eva'], { round: 2 }), stage('in_review', 7)];
    for (const viewer of [dan, ana]) expect(see(viewer, cleos, next)).toEqual({ shows: 'all', event: cleos });
    expect(dataOf(see(ben, cleos, next))).toEqual({ round: 1 });
  });
});

describe('who breaks the tie', () => {
  const past = [...inTieBreak(), noteAdded('round')];

  it('sees every ruling, the proposal and what the round says', () => {
    const events = past.map((event) => recorded(event, 'c4', ben));
    for (const event of events) expect(see(fay, event, past)).toEqual({ shows: 'all', event });
  });

  it('sees also what was withdrawn, and what was sealed in a round that was set aside', () => {
    const second = [
      ...inReview(),
      cleos,
      taken,
      setAside('returned'),
      roundOpened(['cleo', 'dan'], { round: 2 }),
      revealedIn(2),
      stage('tie_break', 9),
    ];
    for (const event of [cleos, taken]) expect(see(fay, event, second)).toEqual({ shows: 'all', event });
  });

  it('is seen by everybody on the desk, with his answers', () => {
    const event = recorded<CheckEvent>(tieBreakRuled('fay'), 'c4', fay);
    for (const viewer of [ana, ben, cleo, dan, eva, gus, hal])
      expect(see(viewer, event, past)).toEqual({ shows: 'all', event });
  });

  it('is nobody for the public, and neither is why a round was closed', () => {
    const event = recorded<CheckEvent>(tieBreakRuled('fay'), 'c4', fay);
    expect(see('public', event, withVersion())).toEqual({ shows: 'nothing' });
    for (const one of [returned('decided'), rulingWithdrawn('cleo'), ...deadlocked().slice(-2)])
      expect(see('public', recorded(one, 'c4', ana), withVersion())).toEqual({ shows: 'nothing' });
    const closed = decided(unproven, [], ['cleo'], { basis: 'no_consensus', reason: 'Between us.' });
    expect(dataOf(see('public', recorded(closed, 'c4', eva), withVersion()))).toEqual({
      round: 1,
      basis: 'no_consensus',
      ...unproven,
    });
  });
});

const revealedIn = (round: number): CheckEvent => ({ type: 'RulingsRevealed', data: { round, rulings: [] } });

const see = (viewer: Actor | 'public', event: Recorded<CheckEvent>, past: readonly CheckEvent[]) =>
  visible(
    viewer === 'public' ? viewer : { id: viewer.id, roles: viewer.roles },
    event,
    stateOf(checkDecider, past),
    NO_HIDDEN_LINKS,
  );

const dataOf = (seen: ReturnType<typeof see>): object => (seen.shows === 'part' ? seen.event.data : {});

const placeOf = ({ deskId, stream, id, version, schemaVersion }: Recorded<CheckEvent>) => ({
  deskId,
  stream,
  id,
  version,
  schemaVersion,
});
