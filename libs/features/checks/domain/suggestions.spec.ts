import { stateOf } from '#kernel';
import type { Actor, Capacity } from '#kernel';
import type { Candidate } from './candidates.js';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import { suggestionsFor } from './suggestions.js';

import {
  NOW,
  accepted,
  ana,
  ben,
  claim,
  cleo,
  dan,
  eva,
  factsOf,
  fay,
  offered,
  open,
  readyForReview,
  recusal,
  released,
  researching,
  withDraft,
} from './testing/index.js';

const gil = { ...dan, id: 'gil' };

describe('who could take it', () => {
  it('are those first to whom it could be offered, and then the others with the refusal in its own words', () => {
    const suggestions = search(open(), 'researcher', [
      candidate(ana, { active: false }),
      candidate({ ...dan, id: 'zoe', roles: [] }),
      candidate(ben),
      candidate(cleo, { interests: claim.partyKeys }),
      candidate(eva, {}, { openLoad: 8 }),
    ]);
    expect(suggestions.map(({ id, refusal }) => [id, refusal?.code])).toEqual([
      ['ben', undefined],
      ['ana', 'check/assignee-inactive'],
      ['cleo', 'check/conflict-of-interest'],
      ['zoe', 'check/assignee-role-missing'],
      ['eva', 'check/load-limit'],
    ]);
    expect(suggestions[1]?.refusal?.sentence).toBe('Only an active member takes part in a check.');
    expect(suggestions[4]?.refusal?.sentence).toContain('give a reason');
  });

  it('is nobody where the capacity has no place', () => {
    const [suggestion] = search(withDraft(), 'reviewer', [candidate(gil)]);
    expect(suggestion?.refusal?.code).toBe('check/wrong-stage');
  });

  it.each<[string, readonly CheckEvent[], Actor, string]>([
    ['holds it already', readyForReview(), cleo, 'check/already-assigned'],
    ['researched it', readyForReview(), ben, 'check/reviewer-not-independent'],
    ['handled the claim', readyForReview(), { ...ana, roles: ['reviewer'] }, 'check/reviewer-not-independent'],
    ['stepped back from it', [...readyForReview(), recusal('gil')], gil, 'check/recused'],
  ])('is not who %s', (_, past, actor, code) => {
    expect(search(past, 'reviewer', [candidate(actor)])[0]?.refusal?.code).toBe(code);
  });
});

describe('the order of those who can', () => {
  it('goes by what stands in the way, then language, topics, load and whose turn it is', () => {
    const past = [...researching(), offered('dan', 'reviewer'), released('dan', 'reviewer')];
    const suggestions = search(past, 'reviewer', [
      candidate(dan, {}, { languages: ['en'], topics: ['war', 'trade'] }),
      candidate(member('a-recent'), {}, { languages: ['en'], lastAssignedAt: '2026-11-23T09:00:00.000Z' }),
      candidate(member('b-never'), {}, { languages: ['en'] }),
      candidate(member('c-never'), {}, { languages: ['en'] }),
      candidate(member('d-loaded'), {}, { languages: ['en-GB'], openLoad: 2 }),
      candidate(member('e-topic'), {}, { languages: ['en'], topics: ['war'], openLoad: 5 }),
      candidate(member('f-topics'), {}, { languages: ['EN'], topics: ['trade', 'war'], openLoad: 6 }),
      candidate(member('g-korean'), {}, { languages: ['ko'], topics: ['war', 'trade'] }),
    ]);
    expect(suggestions.map(({ id }) => id)).toEqual([
      'f-topics',
      'e-topic',
      'b-never',
      'c-never',
      'a-recent',
      'd-loaded',
      'g-korean',
      'dan',
    ]);
  });
});

describe('the reasons', () => {
  it('say what speaks for a member', () => {
    expect(codes(researching(), 'reviewer', candidate(gil, {}, { languages: ['en'], topics: ['war'] }))).toEqual([
      'for speaks-language',
      'for knows-topics',
      'for is-free',
      'for no-conflict',
      'for took-no-part',
    ]);
  });

  it('say what speaks against him', () => {
    const past = [...researching(), recusal('gil')];
    expect(codes(past, 'reviewer', candidate(gil, {}, { languages: ['ko'], openLoad: 5 }))).toEqual([
      'against other-languages',
      'against other-topics',
      'against is-busy',
      'against recused',
      'for took-no-part',
    ]);
    expect(codes(researching(), 'reviewer', candidate(ben, { interests: claim.partyKeys }, { openLoad: 8 }))).toEqual([
      'against languages-unknown',
      'against other-topics',
      'against load-limit',
      'against conflict-of-interest',
      'against reviewer-not-independent',
    ]);
  });

  it.each([
    [0, 'for is-free'],
    [1, 'for has-room'],
    [4, 'for has-room'],
    [5, 'against is-busy'],
    [8, 'against load-limit'],
  ])('weigh %d open assignments of eight', (openLoad, reason) => {
    expect(codes(open(), 'researcher', candidate(gil, {}, { openLoad }))).toContain(reason);
  });

  it('know that an approver who could not sign may be asked, and is of no use', () => {
    const past = [...withDraft(), ...accepted('eva', 'researcher')];
    const [first, second] = search(past, 'approver', [candidate(eva), candidate(fay)]);
    expect(first).toMatchObject({ id: 'fay', refusal: undefined });
    expect(second).toMatchObject({ id: 'eva', refusal: undefined });
    expect(second?.reasons.map(({ code }) => code)).toContain('approver-is-researcher');
  });

  it('know who would be lost as reviewer, and who knows the case', () => {
    const past = [...researching(), ...accepted('cleo', 'reviewer')];
    expect(codes(past, 'researcher', candidate(cleo))).toContain('against reviews-it');
    expect(codes([...past, released('ben', 'researcher')], 'researcher', candidate(ben))).toContain(
      'against released-before',
    );
    const onBehalf = stateOf(checkDecider, past).people.workedOn;
    expect(onBehalf).toEqual(['ben']);
    expect(codes(past, 'researcher', candidate(ben))).toContain('for knows-the-case');
  });

  it('leave topics out where the claim has none', () => {
    const asked = { capacity: 'researcher', claim: { language: 'en', topics: [] }, actor: ana, at: NOW } as const;
    const [suggestion] = suggestionsFor(asked, [candidate(gil)], stateOf(checkDecider, open()));
    expect(suggestion?.reasons.map(({ about }) => about)).not.toContain('topic');
  });
});

const member = (id: string): Actor => ({ kind: 'member', id, roles: ['reviewer'] });

type Rest = Partial<Omit<Candidate, 'member'>> & { readonly openLoad?: number };

const candidate = (
  actor: Actor,
  facts: Parameters<typeof factsOf>[1] = {},
  { openLoad = 0, ...rest }: Rest = {},
): Candidate => ({ member: { ...factsOf(actor, facts), openLoad }, languages: [], topics: [], ...rest });

const search = (past: readonly CheckEvent[], capacity: Capacity, candidates: readonly Candidate[]) =>
  suggestionsFor(
    { capacity, claim: { language: 'en', topics: ['war', 'trade'] }, actor: ana, at: NOW },
    candidates,
    stateOf(checkDecider, past),
  ).map(({ candidate: { member: facts }, refusal, reasons }) => ({ id: facts.memberId, refusal, reasons }));

const codes = (past: readonly CheckEvent[], capacity: Capacity, one: Candidate) =>
  search(past, capacity, [one])[0]?.reasons.map(({ code, speaks }) => `${speaks} ${code}`);
