import { fc, test } from '@fast-check/jest';
import { DomainError, decide, stateOf } from '#kernel';
import type { Actor, DataOf } from '#kernel';
import type { ClaimFacts } from '#features/claims';
import type { EvidenceStatus } from '#features/evidence';
import type { PartialRules } from '#features/standards';
import type { ApproveVerdict, CheckCommand } from './domain/check.commands.js';
import { checkDecider } from './domain/check.decider.js';
import type { CheckEvent } from './domain/check.events.js';
import type { CheckState } from './domain/check.state.js';
import { approvalAtHand, gateOf, publicationAtHand, waiversNeeded } from './domain/gate.js';
import type { Checked, Gate } from './domain/gate.js';
import { APPROVAL, PUBLICATION } from './domain/gate.items.js';
import {
  agreed,
  also,
  ana,
  approve,
  approved,
  ben,
  claim,
  cleo,
  drafted,
  eva,
  evidence,
  factsOf,
  fay,
  isFalse,
  mostlyTrue,
  policyWith,
  publish,
  recusal,
  replyReceived,
  replyRequested,
  replyWindowClosed,
  stage,
  unproven,
} from './domain/testing/index.js';

const RUNS = { numRuns: 400 };

type Facts = ApproveVerdict['facts'];
type Signing = { readonly state: CheckState; readonly facts: Facts; readonly actor: Actor };

describe('the checklist of an approval', () => {
  test.prop([signings(decidedPasts())], RUNS)('says first what the approval would be refused for', (signing) => {
    const { state, facts, actor } = signing;
    const command = approve(actor, { data: approvalAtHand(state), facts });
    expect(refusalOf(command, state)).toEqual(firstIn(gateIn(signing, 'ApproveVerdict')));
  });

  test.prop([signings(decidedPasts())], RUNS)('says whether waivers would lift all of it, and which', (signing) => {
    const { state, facts, actor } = signing;
    const gate = gateIn(signing, 'ApproveVerdict');
    const data = approvalAtHand(state, waiversNeeded(gate).map(waiverFor));
    expect(refusalOf(approve(actor, { data, facts }), state) === undefined).toBe(gate.isPossible);
  });
});

describe('the checklist of a publication', () => {
  test.prop([signings(approvedPasts())], RUNS)('says first what the publication would be refused for', (signing) => {
    const { state, facts, actor } = signing;
    const command = publish(actor, { data: publicationAtHand(state), facts });
    expect(refusalOf(command, state)).toEqual(firstIn(gateIn(signing, 'PublishVerdict')));
  });
});

it('is met and missed in each of its items', () => {
  const seen = new Set<string>();
  const signing = fc.oneof(signings(decidedPasts()), signings(approvedPasts()));
  for (const { state, facts, actor } of fc.sample(signing, { numRuns: 1000, seed: 42 })) {
    const { command, items } = gateOf(state, facts, actor) ?? { command: '', items: [] };
    for (const { item, isMet } of items) seen.add(`${command} ${item} ${isMet}`);
  }
  expect(ITEMS.flatMap((item) => [`${item} true`, `${item} false`]).filter((one) => !seen.has(one))).toEqual([
    // The approval at hand names what has come, and waives nothing.
    'ApproveVerdict replies_considered false',
    'ApproveVerdict waivers_accepted false',
  ]);
});

const ITEMS = [
  ...APPROVAL.map(({ item }) => `ApproveVerdict ${item}`),
  ...PUBLICATION.map(({ item }) => `PublishVerdict ${item}`),
];

const gateIn = ({ state, facts, actor }: Signing, command: Gate['command']): Gate => {
  const gate = gateOf(state, facts, actor);
  if (gate?.command !== command) throw new Error('Nothing of this kind is to be signed.');
  return gate;
};

const firstIn = ({ items }: Gate): readonly string[] | undefined =>
  items.flatMap((one: Checked) => (one.isMet ? [] : [[one.code, one.reason]]))[0];

const refusalOf = (command: CheckCommand, state: CheckState): readonly string[] | undefined => {
  try {
    decide(checkDecider, state, command);
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return [error.code, error.message];
    throw error;
  }
};

const waiverFor = ({
  rule,
  codes,
}: ReturnType<typeof waiversNeeded>[number]): DataOf<ApproveVerdict>['waivers'][number] => ({
  rule,
  code: codes[0] ?? '',
  note: 'Because.',
});

function signings(pasts: fc.Arbitrary<readonly CheckEvent[]>): fc.Arbitrary<Signing> {
  return fc.tuple(pasts, facts(), actors()).map(([past, found, { actor, interests }]) => ({
    state: stateOf(checkDecider, past),
    facts: { ...found, member: factsOf(actor, { interests }) },
    actor,
  }));
}

/** Mostly fit to be signed: what is not is seldom more than one thing. */
function mostly<Value>(usual: Value, ...others: readonly Value[]): fc.Arbitrary<Value> {
  return fc.oneof({ arbitrary: fc.constant(usual), weight: 6 }, { arbitrary: fc.constantFrom(...others), weight: 1 });
}

function actors(): fc.Arbitrary<{ readonly actor: Actor; readonly interests: readonly string[] }> {
  const actor = mostly(eva, ...[ana, ben, cleo, fay].map((one) => also(one, 'approver')));
  return fc.record({ actor, interests: mostly<readonly string[]>([], ['person:john-kirby']) });
}

function facts(): fc.Arbitrary<Omit<Facts, 'member'>> {
  const status = mostly<EvidenceStatus>('archived', 'broken', 'failed', 'acknowledged');
  const kept = fc.tuple(status, status).map(([one, other]) => [evidence('e1', 'a', one), evidence('e2', 'b', other)]);
  const changes = mostly<Partial<ClaimFacts>>(
    {},
    { revision: 2 },
    { status: 'merged' },
    { status: 'proposed' },
    { checkability: 'opinion' },
    { statedOn: { precision: 'unresolved' } },
  );
  return fc.record({ claim: changes.map((one) => ({ ...claim, ...one })), evidence: kept });
}

function policies(): fc.Arbitrary<PartialRules> {
  return fc.record({
    approval: fc.record({ mayHaveRuled: fc.boolean() }),
    sources: fc.record({ minIndependent: fc.integer({ min: 0, max: 2 }) }),
    waivers: mostly<NonNullable<PartialRules['waivers']>>({}, { sources: [], reply: [] }, { archive: [] }),
  });
}

function replies(): fc.Arbitrary<readonly CheckEvent[]> {
  const asked = replyRequested('rp1');
  return fc.constantFrom<readonly CheckEvent[]>(
    [],
    [asked],
    [asked, replyReceived('rp1')],
    [asked, replyWindowClosed('rp1')],
    [replyRequested('rp1', { purpose: 'publisher' }), replyReceived('rp1')],
  );
}

function decidedPasts(): fc.Arbitrary<readonly CheckEvent[]> {
  return fc
    .record({
      policy: policies().map(policyWith),
      rating: fc.constantFrom(unproven, unproven, mostlyTrue, isFalse),
      replies: replies(),
      isDrafted: mostly(true, false),
      recused: mostly<readonly CheckEvent[]>([], [recusal('eva')]),
    })
    .map(({ policy, rating, isDrafted, recused, ...rest }) => [
      ...agreed({ policy }, rating),
      ...rest.replies,
      ...(isDrafted ? [drafted(rating)] : []),
      ...recused,
    ]);
}

function approvedPasts(): fc.Arbitrary<readonly CheckEvent[]> {
  const waivers: readonly Partial<DataOf<ApproveVerdict>>[] = [
    { waivers: [{ rule: 'archive', code: 'legal_hold', note: 'Because.' }] },
  ];
  const scheduled = {
    type: 'VerdictScheduled',
    data: { versionNo: 1, scheduleNo: 1, publishAt: '2026-11-24T10:00:00.000Z' },
  } as const satisfies CheckEvent;
  return fc
    .record({
      policy: policies().map(policyWith),
      waived: mostly<Partial<DataOf<ApproveVerdict>>>({}, ...waivers),
      recused: mostly<readonly CheckEvent[]>([], [recusal('eva')]),
      since: mostly<readonly CheckEvent[]>([], [replyReceived('rp1')], [scheduled]),
    })
    .map(({ policy, waived, recused, since }) => [
      ...agreed({ policy }),
      replyRequested('rp1'),
      replyWindowClosed('rp1'),
      drafted(),
      approved('fay', waived),
      stage('approved', 6),
      ...since,
      ...recused,
    ]);
}
