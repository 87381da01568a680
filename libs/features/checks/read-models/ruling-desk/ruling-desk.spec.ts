import { stateOf } from '#kernel';
import type { Actor, Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent } from '../../domain/check.events.js';
import { NO_HIDDEN_LINKS } from '../../domain/hidden-links.js';
import type { HiddenLinks } from '../../domain/hidden-links.js';
import {
  accepted,
  amended,
  ana,
  answered,
  asked,
  cleo,
  dan,
  eva,
  inReview,
  isFalse,
  linked,
  mostlyTrue,
  open,
  policyWith,
  reassessed,
  reconciling,
  replyReceived,
  replyRequested,
  roundOpened,
  ruled,
  setAside,
  stage,
  submitted,
  unlinked,
  unproven,
} from '../../domain/testing/index.js';
import { seenBy } from '../check-page/seen.js';
import { rulingDesk } from './ruling-desk.answer.js';
import { rulingDeskIn } from './ruling-desk.fold.js';

describe('the ruling desk of a reviewer', () => {
  it('has the scale with its definitions, and his own rulings with each entry', () => {
    const desk = deskOf(cleo, [...inReview(), ruled('cleo', unproven), amended('cleo', isFalse)]);
    expect(desk).toMatchObject({ as: 'reviewer', stage: 'in_review', others: [], toAnswer: [] });
    expect(desk?.own).toMatchObject([{ entries: [{ label: 'unproven' }, { label: 'false' }] }]);
    expect(desk?.round).toMatchObject({ round: 1, blind: true, rulingsIn: 1, rulingsExpected: 2 });
    expect(desk?.round.scale.labels[0]?.definition).toHaveProperty('en');
  });

  it('looks the same whatever another’s sealed ruling says', () => {
    const worlds = [unproven, isFalse].map((rating) => [
      ...inReview(),
      ruled('cleo', rating, { rationale: `It is ${rating.label}.`, linkIds: rating === unproven ? ['l1'] : ['l2'] }),
    ]);
    const [one, other] = worlds.map((past) => JSON.stringify(deskOf(dan, past)));
    expect(one).toBe(other);
    expect(one).toContain('"rulingsIn":1');
    expect(one).not.toContain('ruling-cleo');
  });

  it('opens to him what the others say once they are opened', () => {
    expect(deskOf(dan, reconciling())?.others).toMatchObject([{ reviewerId: 'cleo' }]);
  });

  it('never tells what the researcher proposed', () => {
    for (const past of [inReview(), reconciling()])
      expect(JSON.stringify(deskOf(dan, past))).not.toContain(submitted.data.proposal.rationale);
  });

  it('opens the rulings of a round that is not blind', () => {
    const policy = policyWith({ review: { blind: false } });
    const past = [...inReview({ policy }, roundOpened(['cleo', 'dan'], { blind: false })), ruled('cleo', unproven)];
    expect(deskOf(dan, past)?.others).toMatchObject([{ reviewerId: 'cleo' }]);
  });

  it('has the questions that nobody has answered first, and the replies', () => {
    const questions = [asked('q1'), answered({ questionId: 'q1' }), asked('q2')];
    const past = [...inReview(), ...questions, replyRequested('rp1'), replyReceived('rp1')];
    const desk = deskOf(dan, past);
    expect(desk?.questions.map(({ questionId, status }) => [questionId, status])).toEqual([
      ['q2', 'open'],
      ['q1', 'answered'],
    ]);
    expect(desk?.replies).toMatchObject([{ replyId: 'rp1', status: 'answered' }]);
  });
});

describe('the evidence of the ruling desk', () => {
  it('is the set of the round, whatever became of it since', () => {
    const since = [linked('l3', 3, 'ministry'), reassessed('l2', 4, { stance: 'refutes' }), unlinked('l1', 5)];
    const pinned = linksOf(inReview());
    expect(pinned?.map(([linkId]) => linkId)).toEqual(['l2', 'l1']);
    expect(linksOf([...inReview(), ...since])).toEqual(pinned);
  });

  it('leaves out what was taken away before the round', () => {
    const past = [...open(), linked('l1', 1, 'a'), linked('l2', 2, 'b'), unlinked('l1', 3)];
    const round = roundOpened(['cleo', 'dan'], { evidenceSet: 3 });
    expect(linksOf([...past, round, stage('in_review', 4)])).toEqual([['l2', 'supports', undefined]]);
  });

  it('has no word of what is restricted', () => {
    const past = [...open(), linked('l1', 1, 'a', { quote: 'Top secret.' }), roundOpened(['cleo', 'dan'])];
    expect(linksOf([...past, stage('in_review', 4)])).toEqual([['l1', 'supports', 'Top secret.']]);
    expect(linksOf([...past, stage('in_review', 4)], new Set(['l1']))).toEqual([['l1', 'supports', undefined]]);
  });
});

describe('the ruling desk of a tie-breaker', () => {
  it('has every ruling with its rationale, and says which to answer', () => {
    const desk = deskOf(eva, [...reconciling(), stage('tie_break', 6), ...accepted('eva', 'tie_breaker')]);
    expect(desk).toMatchObject({ as: 'tie_breaker', own: [], toAnswer: ['ruling-cleo', 'ruling-dan'] });
    expect(desk?.others.map(({ entries }) => entries[0]?.rationale)).toEqual([
      'cleo found nothing more than this.',
      'dan found nothing more than this.',
    ]);
  });

  it('has nothing of a later round that is sealed', () => {
    const later = roundOpened(['cleo', 'dan'], { round: 2 });
    const past = [...reconciling(), ...accepted('eva', 'tie_breaker'), setAside('returned'), later];
    const ruling = ruled('cleo', mostlyTrue, { rulingId: 'second-cleo', round: 2 });
    expect(deskOf(eva, [...past, stage('in_review', 8), ruling])).toMatchObject({ own: [], others: [], toAnswer: [] });
  });
});

it('is there from the first round on', () => {
  expect(deskOf(cleo, open())).toBeUndefined();
});

const itself = rulingDesk.omit({
  checkId: true,
  version: true,
  stageClock: true,
  claim: true,
  source: true,
  precedents: true,
});

/** As it is sent: as described, without what is absent. */
const deskOf = (viewer: Actor, past: readonly CheckEvent[], hidden: HiddenLinks = NO_HIDDEN_LINKS) => {
  const state = stateOf(checkDecider, past);
  const found = rulingDeskIn(viewer, seenBy(viewer, streamOf(past), state, hidden), state, () => undefined);
  return found && itself.parse(JSON.parse(JSON.stringify(found)));
};

const linksOf = (past: readonly CheckEvent[], hidden?: HiddenLinks) =>
  deskOf(dan, past, hidden)?.links.map(({ linkId, stance, quote }) => [linkId, stance, quote]);

const streamOf = (past: readonly CheckEvent[]): readonly Recorded<CheckEvent>[] =>
  past.map((event, place) => ({ ...recorded(event, 'c4', ana), version: place + 1 }));
