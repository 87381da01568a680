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
  answered,
  approvalRefused,
  approvalWithdrawn,
  approved,
  asked,
  ben,
  cleo,
  dan,
  drafted,
  eva,
  fay,
  gus,
  hal,
  inReview,
  job,
  mostlyTrue,
  offered,
  open,
  policyWith,
  publicationHeld,
  published,
  readyForReview,
  reassessed,
  reconciling,
  recusal,
  released,
  replyReceived,
  replyRequested,
  replyWindowClosed,
  revealed,
  roundOpened,
  ruled,
  scheduleCancelled,
  scheduled,
  setAside,
  submitted,
  unlinked,
  unproven,
  verdictExpired,
  withDraft,
  withVersion,
} from './testing/index.js';
import { NO_HIDDEN_LINKS } from './hidden-links.js';
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

describe('leaving a sealed round', () => {
  const round = inReview();
  const left = (event: CheckEvent) => ({
    event: { ...recorded(event, 'c4', job('release-assignments')), version: round.length + 2 },
    past: [...round, ruled('cleo', unproven), event],
  });
  const goings = [
    left(released('cleo', 'reviewer', { setAsideRulingIds: ['ruling-cleo'] })),
    left(recusal('cleo', { assignmentIds: ['cleo-reviewer'], setAsideRulingIds: ['ruling-cleo'] })),
  ];

  it('does not tell the round and the researcher whether who left had ruled', () => {
    for (const { event, past } of goings)
      for (const viewer of [dan, also(dan, 'editor'), ben, { ...dan, id: 'gil' }, hal]) {
        const seen = see(viewer, event, past);
        expect(seen).toMatchObject({ shows: 'part', event: { actor: event.actor, data: { memberId: 'cleo' } } });
        expect(dataOf(seen)).not.toHaveProperty('setAsideRulingIds');
      }
  });

  it('looks the same when he had not', () => {
    const none = left(released('cleo', 'reviewer'));
    expect(dataOf(see(dan, none.event, none.past))).toEqual(
      dataOf(see(dan, goings[0]?.event ?? none.event, none.past)),
    );
  });

  it('tells it himself, editors, approvers and the auditor, and everybody once a round is revealed', () => {
    for (const { event, past } of goings) {
      for (const viewer of [cleo, ana, eva, gus]) expect(see(viewer, event, past)).toEqual({ shows: 'all', event });
      expect(see(dan, event, [...past, revealed('dan')])).toEqual({ shows: 'all', event });
    }
  });

  it('keeps his ruling sealed to the others until the next reveal, and readable to himself', () => {
    const { past } = goings[0] ?? left(released('cleo', 'reviewer'));
    expect(see(cleo, cleos, past)).toEqual({ shows: 'all', event: cleos });
    expect(dataOf(see(dan, cleos, past))).toEqual({ round: 1 });
    expect(dataOf(see(ana, cleos, past))).not.toHaveProperty('label');
    const reopened = [...past, setAside('returned'), roundOpened(['dan'], { round: 2 })];
    expect(dataOf(see(dan, cleos, reopened))).toEqual({ round: 1 });
    expect(see(dan, cleos, [...past, revealed('dan')])).toEqual({ shows: 'all', event: cleos });
  });

  it('hides nothing where the round is not blind, or was opened', () => {
    const event = { ...recorded(released('cleo', 'reviewer'), 'c4', ana), version: round.length + 1 };
    const open = inReview({}, roundOpened(['cleo', 'dan'], { blind: false }));
    for (const past of [open, reconciling()])
      expect(see(dan, { ...event, version: past.length + 1 }, [...past, released('cleo', 'reviewer')])).toMatchObject({
        shows: 'all',
      });
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

  it('sees of several approvals the one that counted, and nothing of schedules and refusals', () => {
    const waivers = [{ rule: 'archive', code: 'legal_hold', note: 'A private letter.' }] as const;
    const waiting = [
      ...withDraft({}, drafted({ body: 'Never shown.' })),
      approvalRefused,
      drafted({ draftNo: 2 }),
      approved('fay', { draftNo: 2, waivers }),
      approvalWithdrawn,
      approved('eva', { draftNo: 2 }),
      scheduled(),
      publicationHeld(),
      scheduled({ scheduleNo: 2 }),
      scheduleCancelled(2),
    ];
    expect(shown(waiting)).toEqual([]);
    const past = [...waiting, { ...published, data: { ...published.data, draftNo: 2 } }, verdictExpired];
    const seen = shown(past).map(({ type }) => type);
    expect(seen.filter((type) => /^(Verdict|Publication)/.test(type))).toEqual([
      'VerdictDrafted',
      'VerdictApproved',
      'VerdictPublished',
      'VerdictExpired',
    ]);
    expect(JSON.stringify(shown(past))).not.toMatch(/legal_hold|Never shown/);
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

  it('sees how a cited link was weighed anew for the version, and not why, nor what came after it', () => {
    const [first, second] = [reassessed('l1', 2, { note: 'Ours.' }), reassessed('l1', 3)];
    const seen = see('public', recorded(first, 'c4', ben), withVersion());
    expect(dataOf(seen)).toEqual({
      linkId: 'l1',
      stance: 'context',
      nature: 'record',
      weight: 'high',
      originGroup: 'us-government',
      evidenceSet: 2,
    });
    for (const event of [second, unlinked('l1', 4), reassessed('l9', 2), asked(), answered()])
      expect(see('public', recorded(event, 'c4', ben), withVersion())).toEqual({ shows: 'nothing' });
  });

  it('sees whom the desk asked and what came of it, and of an answer only what is for publication', () => {
    const said = { text: 'In confidence.', statement: 'No comment.' };
    const replies = [
      ...['rp1', 'rp2', 'rp3', 'rp4'].map((replyId) => replyRequested(replyId)),
      replyReceived('rp1'),
      replyReceived('rp2', { ...said, publishable: true }),
      replyReceived('rp3', { ...said, publishable: false }),
      replyWindowClosed('rp4'),
    ];
    const past = [...everything.slice(0, 4), ...replies, ...everything.slice(4)];
    const seen = shown(past).filter(({ type }) => type.startsWith('Reply'));
    expect(seen.map(({ data }) => data).slice(3)).toEqual([
      {
        replyId: 'rp4',
        party: { key: 'org:us-nsc', name: 'US National Security Council', kind: 'organisation' },
        purpose: 'claimant',
      },
      { replyId: 'rp1', publishable: true, text: 'We do not comment on intelligence.' },
      { replyId: 'rp2', publishable: true, statement: 'No comment.' },
      { replyId: 'rp3', publishable: false },
      { replyId: 'rp4', outcome: 'no_answer' },
    ]);
    expect(JSON.stringify(seen)).not.toMatch(/"(ana|ben)"|actor|question|In confidence/);
    expect(shown([...withVersion(), ...replies]).filter(({ type }) => type.startsWith('Reply'))).toEqual([]);
  });
});

const GUARDED: readonly CheckEvent['type'][] = ['RulingSubmitted', 'RulingAmended', 'CheckSubmittedForReview'];

const stateIn = (past: readonly CheckEvent[]) => stateOf(checkDecider, past);

const see = (viewer: Actor | 'public', event: Recorded<CheckEvent>, past: readonly CheckEvent[]) => {
  const as: Viewer = viewer === 'public' ? viewer : { id: viewer.id, roles: viewer.roles };
  return visible(as, event, stateIn(past), NO_HIDDEN_LINKS);
};

type Seen = ReturnType<typeof see>;

const fieldsOf = (seen: Seen): readonly string[] => (seen.shows === 'part' ? Object.keys(seen.event).toSorted() : []);

const dataOf = (seen: Seen): object => (seen.shows === 'part' ? seen.event.data : {});

const dataOfLink = (event: CheckEvent | undefined) => {
  if (event?.type !== 'EvidenceLinked') throw new Error('No link.');
  return event.data;
};

const shown = (past: readonly CheckEvent[]) =>
  past.flatMap((event, place) => {
    const seen = see('public', { ...recorded(event, 'c4', ana), version: place + 1 }, past);
    return seen.shows === 'part' ? [seen.event] : [];
  });
