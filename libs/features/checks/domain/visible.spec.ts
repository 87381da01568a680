import { stateOf } from '#kernel';
import type { Actor, Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import {
  accepted,
  agreed,
  also,
  amended,
  ana,
  approved,
  ben,
  cleo,
  dan,
  drafted,
  eva,
  fay,
  gus,
  hal,
  inReview,
  mostlyTrue,
  offered,
  open,
  policyWith,
  readyForReview,
  reconciling,
  revealed,
  roundOpened,
  ruled,
  submitted,
  unproven,
  withDraft,
  withVersion,
} from './testing/index.js';
import { rulingsIn, visible } from './visible.js';
import type { Viewer } from './visible.js';

const cleos = recorded<CheckEvent>(ruled('cleo', unproven, { departure: 'Another year.' }), 'c4', cleo);
const again = recorded<CheckEvent>(amended('cleo', mostlyTrue), 'c4', cleo);
const proposed = recorded<CheckEvent>(submitted, 'c4', ben);
const sealed = [...inReview(), cleos, again];

const ENVELOPE = ['actor', 'at', 'recordedAt', 'commandId', 'correlationId', 'logIndex'];
const PLACE = ['deskId', 'stream', 'id', 'version', 'schemaVersion', 'type', 'data'];

describe('a sealed ruling', () => {
  it('is open to its author, with every entry', () => {
    for (const event of [cleos, again]) expect(see(cleo, event, sealed)).toEqual({ shows: 'all', event });
  });

  it.each([
    ['another reviewer', dan],
    ['another reviewer who is editor and approver too', also(dan, 'editor', 'approver')],
    ['the researcher', ben],
    ['the researcher who is editor too', also(ben, 'editor')],
    ['a member without a part in it', { ...dan, id: 'gil' }],
    ['an admin', hal],
  ])('tells %s that one is in, and not whose, what or when', (_, viewer) => {
    const seen = see(viewer, cleos, sealed);
    expect(seen).toMatchObject({ shows: 'part', event: { type: 'RulingSubmitted', data: { round: 1 } } });
    expect(fieldsOf(seen)).toEqual(PLACE.toSorted());
    expect(dataOf(seen)).toEqual({ round: 1 });
    expect(see(viewer, again, sealed)).toEqual({ shows: 'nothing' });
  });

  it.each([
    ['an editor', ana],
    ['an approver', eva],
    ['the auditor', gus],
  ])('tells %s whose and when, and nothing that it says', (_, viewer) => {
    const seen = see(viewer, cleos, sealed);
    expect(fieldsOf(seen)).toEqual([...PLACE, ...ENVELOPE].toSorted());
    expect(seen).toMatchObject({ event: { actor: { id: 'cleo' }, at: cleos.at, recordedAt: cleos.recordedAt } });
    expect(dataOf(seen)).toStrictEqual({
      rulingId: 'ruling-cleo',
      round: 1,
      entry: 1,
      reviewerId: 'cleo',
      revealAt: '2026-11-23T10:00:00.000Z',
    });
    expect(dataOf(see(viewer, again, sealed))).toStrictEqual({
      rulingId: 'ruling-cleo',
      round: 1,
      entry: 2,
      reviewerId: 'cleo',
      when: 'sealed',
      revealAt: '2026-11-23T10:00:00.000Z',
    });
  });

  it('tells who is asked to review no more than a reviewer, whatever his roles', () => {
    const asked = [...sealed, offered('fay', 'reviewer')];
    expect(dataOf(see(also(fay, 'editor', 'reviewer'), cleos, asked))).toEqual({ round: 1 });
    expect(dataOf(see(also(fay, 'editor', 'reviewer'), cleos, sealed))).toHaveProperty('reviewerId', 'cleo');
  });

  it('is open to all once the round is revealed', () => {
    const past = [...sealed, ruled('dan', unproven), revealed('cleo', 'dan')];
    for (const viewer of [cleo, dan, ben, ana, eva, gus, hal])
      for (const event of [cleos, again]) expect(see(viewer, event, past)).toEqual({ shows: 'all', event });
  });

  it('is no sealed one where the policy is not blind: open to the round, editors and approvers at once', () => {
    const policy = policyWith({ review: { blind: false } });
    const past = [...inReview({ policy }, roundOpened(['cleo', 'dan'], { blind: false })), cleos];
    for (const viewer of [cleo, dan, ana, eva])
      expect(see(viewer, cleos, past)).toEqual({ shows: 'all', event: cleos });
    expect(dataOf(see(ben, cleos, past))).toEqual({ round: 1 });
    expect(dataOf(see(gus, cleos, past))).toHaveProperty('entry', 1);
    expect(dataOf(see({ ...dan, id: 'gil' }, cleos, past))).toEqual({ round: 1 });
  });

  it('tells an approver who holds the capacity, or an editor asked to research, what their roles do', () => {
    const held = [...sealed, ...accepted('eva', 'approver'), offered('ana', 'researcher')];
    for (const viewer of [eva, ana]) expect(dataOf(see(viewer, cleos, held))).toHaveProperty('reviewerId', 'cleo');
  });

  it('of another round than the one at hand stays sealed, even where that one is not blind', () => {
    const past = inReview({}, roundOpened(['cleo', 'dan'], { blind: false }));
    const other = recorded<CheckEvent>(ruled('cleo', unproven, { round: 2 }), 'c4', cleo);
    expect(dataOf(see(dan, other, past))).toEqual({ round: 2 });
  });

  it('counts, and that is all', () => {
    expect(rulingsIn(stateIn(sealed))).toEqual({ in: 1, expected: 2 });
    expect(rulingsIn(stateIn(reconciling()))).toEqual({ in: 2, expected: 2 });
    expect(rulingsIn(stateIn(open()))).toEqual({ in: 0, expected: 0 });
  });
});

describe('the researcher’s proposal', () => {
  it.each([
    ['a reviewer of the round', cleo, inReview()],
    ['who has agreed to review', cleo, readyForReview()],
    ['who is asked to review', also(fay, 'editor'), [...inReview(), offered('fay', 'reviewer')]],
    ['a member without a part in it', { ...dan, id: 'gil' }, inReview()],
    ['an admin', hal, inReview()],
  ])('is kept from %s until the reveal', (_, viewer, past) => {
    const seen = see(viewer, proposed, past);
    expect(dataOf(seen)).toEqual({ evidenceSet: 2, claimRevision: 1, openQuestionIds: [] });
    expect(fieldsOf(seen)).toEqual([...PLACE, ...ENVELOPE].toSorted());
    expect(see(viewer, proposed, [...past, revealed()])).toEqual({ shows: 'all', event: proposed });
  });

  it('is open to researchers, editors, approvers and the auditor', () => {
    const colleague = { ...dan, id: 'gil' };
    const past = [...inReview(), ...accepted('gil', 'researcher')];
    for (const viewer of [ben, colleague, ana, eva, gus])
      expect(see(viewer, proposed, past)).toEqual({ shows: 'all', event: proposed });
  });

  it('is kept from nobody where the policy says so', () => {
    const policy = policyWith({ review: { hideProposal: false } });
    expect(see(cleo, proposed, inReview({ policy }))).toEqual({ shows: 'all', event: proposed });
  });
});

describe('every other event', () => {
  it('is open to all members', () => {
    for (const event of [...agreed(), drafted(), approved('eva')].filter(({ type }) => !GUARDED.includes(type)))
      for (const viewer of [ana, ben, cleo, eva, gus, hal])
        expect(see(viewer, recorded(event, 'c4', ana), inReview())).toMatchObject({ shows: 'all' });
  });
});

describe('the public', () => {
  const everything = withVersion();

  it('sees nothing before a version is published', () => {
    for (const past of [open(), inReview(), reconciling(), withDraft(), withVersion().slice(0, -2)])
      expect(shown(past)).toEqual([]);
  });

  it('sees the cited links, how the round came out, the text, the exceptions and the publication, and nobody’s name', () => {
    expect(shown(everything).map(({ type }) => type)).toEqual([
      'EvidenceLinked',
      'EvidenceLinked',
      'RoundDecided',
      'VerdictDrafted',
      'VerdictApproved',
      'VerdictPublished',
    ]);
    expect(JSON.stringify(shown(everything))).not.toMatch(/"(ana|ben|cleo|dan|eva)"|approverId|"by"|actor|commandId/);
  });

  it('learns the code of an exception, and not the note', () => {
    const waivers = [{ rule: 'archive', code: 'legal_hold', note: 'A private letter.' }] as const;
    const past = withVersion().map((event) =>
      event.type === 'VerdictApproved' ? approved('eva', { waivers }) : event,
    );
    const seen = shown(past).find(({ type }) => type === 'VerdictApproved');
    expect(seen?.data).toMatchObject({ waivers: [{ rule: 'archive', code: 'legal_hold' }] });
    expect(JSON.stringify(seen)).not.toContain('private letter');
  });

  it('does not see drafts that were not published, nor evidence that was not cited', () => {
    const [link, ...rest] = withVersion().filter(({ type }) => type === 'EvidenceLinked');
    const past = [
      ...withVersion().filter((event) => event !== link && !rest.includes(event)),
      drafted({ draftNo: 7, body: 'Never shown.' }),
    ];
    expect(JSON.stringify(shown(past))).not.toContain('Never shown.');
    const uncited = recorded<CheckEvent>(
      { type: 'EvidenceLinked', data: { ...dataOfLink(link), linkId: 'l9' } },
      'c4',
      ben,
    );
    expect(see('public', uncited, withVersion())).toEqual({ shows: 'nothing' });
  });
});

const GUARDED: readonly CheckEvent['type'][] = ['RulingSubmitted', 'RulingAmended', 'CheckSubmittedForReview'];

const stateIn = (past: readonly CheckEvent[]) => stateOf(checkDecider, past);

const see = (viewer: Actor | 'public', event: Recorded<CheckEvent>, past: readonly CheckEvent[]) => {
  const as: Viewer = viewer === 'public' ? viewer : { id: viewer.id, roles: viewer.roles };
  return visible(as, event, stateIn(past));
};

type Seen = ReturnType<typeof see>;

const fieldsOf = (seen: Seen): readonly string[] => (seen.shows === 'part' ? Object.keys(seen.event).toSorted() : []);

const dataOf = (seen: Seen): object => (seen.shows === 'part' ? seen.event.data : {});

const dataOfLink = (event: CheckEvent | undefined) => {
  if (event?.type !== 'EvidenceLinked') throw new Error('No link.');
  return event.data;
};

const shown = (past: readonly CheckEvent[]) =>
  past.flatMap((event) => {
    const seen = see('public', recorded(event, 'c4', ana), past);
    return seen.shows === 'part' ? [seen.event] : [];
  });
