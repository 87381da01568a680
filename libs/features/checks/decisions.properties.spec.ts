import { fc, test } from '@fast-check/jest';
import { DomainError, decide, stateOf } from '#kernel';
import type { Actor, Role } from '#kernel';
import { recorded } from '#kernel/testing';
import type { CheckCommand } from './domain/check.commands.js';
import { checkDecider } from './domain/check.decider.js';
import type { CheckEvent } from './domain/check.events.js';
import type { CheckState, Stage } from './domain/check.state.js';
import type { Step } from './domain/testing/history.js';
import { breachesOf } from './domain/testing/invariants.js';
import { after, claim, commandFor, evidence, mostlyTrue, policyWith } from './domain/testing/index.js';
import type { Move, World } from './domain/testing/index.js';
import { NO_HIDDEN_LINKS } from './domain/hidden-links.js';
import { visible } from './domain/visible.js';

const ROLES: readonly Role[] = ['editor', 'reviewer', 'approver'];
const RUNS = { numRuns: 60 };

describe('commands at random, by several people', () => {
  test.prop([worlds(), lists()], RUNS)('keeps every invariant at every step', (world, list) => {
    const steps = played(world, list);
    expect(breachesOf(steps)).toEqual([]);
  });

  test.prop([worlds(), lists()], RUNS)('comes out the same however often it is folded', (world, list) => {
    const past = played(world, list).map(({ event }) => frozen(event));
    expect(stateOf(checkDecider, past)).toEqual(stateOf(checkDecider, structuredClone(past)));
    const whole = past.reduce(
      (states, _, count) => [...states, stateOf(checkDecider, past.slice(0, count + 1))],
      [checkDecider.initialState],
    );
    expect(whole.at(-1)).toEqual(stateOf(checkDecider, past));
  });

  test.prop([worlds(true), lists()], RUNS)(
    'tells nobody what another’s sealed ruling says: other opinions, the same answers',
    (world, list) => {
      const past: CheckEvent[] = [];
      let [now, state] = [world, checkDecider.initialState];
      for (const move of list) {
        now = after(now, state, move);
        const command = commandFor(now, state, move);
        if (command === undefined) continue;
        const { actor } = command;
        if (actor.kind === 'member' && isAnythingSealed(past, state)) {
          const other = past.map((event) => rewritten(event, actor.id, state));
          expect(answer(command, other)).toEqual(answer(command, past));
          expect(sight(actor, other)).toEqual(sight(actor, past));
        }
        const events = eventsAfter(command, state);
        past.push(...events);
        state = from(state, events);
      }
    },
  );

  it('are random enough to come everywhere', () => {
    const reached = new Set<string>();
    const cases = fc.sample(fc.tuple(worlds(), lists()), { numRuns: 1500, seed: 42 });
    for (const [world, list] of cases) {
      for (const { event } of played(world, list))
        reached.add(event.type === 'StageEntered' ? event.data.stage : event.type);
      if (EVERYTHING.every((one) => reached.has(one))) break;
    }
    expect(EVERYTHING.filter((one) => !reached.has(one))).toEqual([]);
  });
});

const EVERYWHERE = [
  'approved',
  'deadlocked',
  'decided',
  'in_review',
  'open',
  'published',
  'ready_for_review',
  'reconciling',
  'researching',
  'shelved',
  'tie_break',
  'withdrawn',
];

/** Every stage that can be reached, and what makes the rest of the rules matter. */
const EVERYTHING = [
  ...EVERYWHERE,
  'AssignmentTransferred',
  'AssignmentReleased',
  'ReviewerAdded',
  'MemberRecused',
  'RoundSetAside',
  'RulingWithdrawn',
  'TieBreakRuled',
  'ReconciliationEnded',
  'RoundDeadlocked',
  'CheckReturnedToResearch',
  'EvidenceReassessed',
  'EvidenceUnlinked',
  'QuestionAnswered',
  'QuestionWithdrawn',
  'ReplyReceived',
  'ReplyWindowClosed',
  'StagePaused',
  'StageResumed',
  'StageExtended',
  'DueDateSet',
  'DeadlineApproached',
  'DeadlineMissed',
  'CheckEscalated',
  'ConcernDismissed',
  'CheckResumed',
  'VerdictApprovalRefused',
  'VerdictApprovalWithdrawn',
  'VerdictScheduled',
  'VerdictScheduleCancelled',
  'PublicationHeld',
  'VerdictExpired',
];

function lists(): fc.Arbitrary<Move[]> {
  return fc.array(moves(), { minLength: 40, maxLength: 120 });
}

function worlds(isBlind?: boolean): fc.Arbitrary<World> {
  const roles = fc.subarray([...ROLES], { minLength: 1 });
  const cast = fc.tuple(
    ...['ana', 'ben', 'cleo', 'dan', 'eva', 'fay', 'ida'].map((id) => roles.map((held) => member(id, held))),
  );
  return fc
    .record({
      cast,
      severity: fc.constantFrom('low', 'medium', 'high'),
      blind: isBlind === undefined ? fc.boolean() : fc.constant(isBlind),
      mayHaveRuled: fc.boolean(),
      reconciliation: fc.constantFrom('PT0S', 'PT4H'),
      tieBreak: fc.constantFrom('PT15M', 'PT15M', 'PT8H'),
      revealDelay: fc.constantFrom('PT0S', 'PT0S', 'PT30M'),
      minWindow: fc.constantFrom('PT0S', 'PT30M', 'PT4H'),
      acceptedBy: fc.constantFrom('ana', 'eva'),
    })
    .map(({ cast, severity, blind, mayHaveRuled, reconciliation, tieBreak, revealDelay, minWindow, acceptedBy }) => ({
      now: '2026-11-23T08:00:00.000Z',
      people: [...cast, member('gus', ['auditor']), member('hal', ['admin'])],
      interested: [],
      claim: { ...claim, severity, acceptedBy },
      evidence: ['agency', 'ministry', 'agency'].map((group, place) => evidence(`e${place}`, group)),
      policy: policyWith({
        review: { blind, revealDelay, quorum: { low: 1, medium: 2, high: 3 } },
        approval: { mayHaveRuled },
        reply: { minWindow },
        time: { reconciliation, tieBreak },
      }),
    }));
}

function moves(): fc.Arbitrary<Move> {
  const number = fc.nat({ max: 1000 });
  return fc.record({
    what: number,
    who: number,
    which: number,
    how: number,
    minutes: fc.nat({ max: 40 }),
    isSensible: fc.integer({ min: 0, max: 9 }).map((one) => one > 1),
  });
}

function member(id: string, roles: readonly Role[]): Actor {
  return { kind: 'member', id, roles };
}

/** Every event with the command that led to it, and the world as it was then. */
const played = (world: World, list: readonly Move[]): readonly Step[] => {
  const steps: Step[] = [];
  let [now, state] = [world, checkDecider.initialState];
  for (const move of list) {
    now = after(now, state, move);
    const command = commandFor(now, state, move);
    if (command === undefined) continue;
    const events = eventsAfter(command, state);
    const { interested } = now;
    steps.push(...events.map((event) => ({ event, command, interested })));
    state = from(state, events);
  }
  return steps;
};

/** A refusal leaves nothing behind. Anything else that is thrown is a defect. */
const eventsAfter = (command: CheckCommand, state: CheckState): readonly CheckEvent[] => {
  try {
    return decide(checkDecider, state, command).events;
  } catch (error) {
    if (error instanceof DomainError) return [];
    throw error;
  }
};

const from = (initialState: CheckState, events: readonly CheckEvent[]): CheckState =>
  stateOf<CheckState, Stage, CheckCommand, CheckEvent>({ ...checkDecider, initialState }, events);

/** What the actor hears: events, or the refusal in full. */
const answer = (command: CheckCommand, past: readonly CheckEvent[]): unknown => {
  try {
    return decide(checkDecider, stateOf(checkDecider, past), command);
  } catch (error) {
    if (error instanceof DomainError) return [error.kind, error.code, error.message, error.details];
    throw error;
  }
};

const sight = (viewer: Actor, past: readonly CheckEvent[]): readonly unknown[] => {
  const state = stateOf(checkDecider, past);
  return past.map((event) =>
    visible(viewer, recorded(event, 'c4', member(authorOf(event), [])), state, NO_HIDDEN_LINKS),
  );
};

const authorOf = (event: CheckEvent): string => ('reviewerId' in event.data ? event.data.reviewerId : 'somebody');

/** In the round at hand, or in one that was set aside before it was opened. */
const isAnythingSealed = (past: readonly CheckEvent[], { revealedRound }: CheckState): boolean =>
  past.some((event) => event.type === 'RulingSubmitted' && event.data.round > revealedRound);

/** The same history, in which somebody else's sealed ruling says something else. */
const rewritten = (event: CheckEvent, viewerId: string, { revealedRound }: CheckState): CheckEvent => {
  if (event.type !== 'RulingSubmitted' && event.type !== 'RulingAmended' && event.type !== 'RulingWithdrawn')
    return event;
  if (event.data.reviewerId === viewerId || event.data.round <= revealedRound) return event;
  if (event.type === 'RulingWithdrawn') return { ...event, data: { ...event.data, reason: 'For another reason.' } };
  const other = {
    ...mostlyTrue,
    strength: 'high',
    rationale: 'Quite another.',
    linkIds: ['l9'],
    departure: 'So be it.',
  } as const;
  return event.type === 'RulingSubmitted'
    ? { ...event, data: { ...event.data, ...other } }
    : { ...event, data: { ...event.data, ...other, reason: 'For another reason.' } };
};

const frozen = <Value>(value: Value): Value => {
  if (typeof value === 'object' && value !== null) {
    for (const part of Object.values(value)) frozen(part);
    Object.freeze(value);
  }
  return value;
};
