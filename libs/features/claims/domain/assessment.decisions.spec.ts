import { stateOf } from '#kernel';
import { specify } from '#kernel/testing';
import { claimDecider } from './claim.decider.js';
import type { ClaimEvent } from './claim.events.js';
import { claimFactsOf } from './claim.facts.js';
import { accepted, agency, ben, command, eva, inForce, job, merged, proposed, rejected } from './testing/claims.js';

const given = specify(claimDecider);

const reason = 'It says so more exactly.';
const wording = { text: 'North Korea has had no arms dealings with Russia', reason };
const attribution = { claimant: agency, conveyors: [], voice: 'reported', statedOn: day(), reason } as const;
const intent = { checkability: 'intent', reason } as const;
const severity = { severity: 'high', reason } as const;
const topics = { topics: ['war', 'arms'] };

const COMMANDS = [
  ['NormaliseClaim', command('NormaliseClaim', wording), { type: 'ClaimNormalised', data: wording }],
  ['AttributeClaim', command('AttributeClaim', attribution), { type: 'ClaimAttributed', data: attribution }],
  [
    'ClassifyCheckability',
    command('ClassifyCheckability', intent),
    { type: 'ClaimCheckabilityClassified', data: intent },
  ],
  ['SetClaimSeverity', command('SetClaimSeverity', severity), { type: 'ClaimSeveritySet', data: severity }],
  ['SetClaimTopics', command('SetClaimTopics', topics), { type: 'ClaimTopicsSet', data: topics }],
] as const;

describe.each(COMMANDS)('%s', (_, asked, event) => {
  it('says what holds from now on, and may say the same again', () => {
    given(...inForce)
      .when(asked)
      .thenEvents(event);
    given(...inForce, event)
      .when({ ...asked, actor: eva })
      .thenEvents(event);
  });

  it('is possible only with a claim that is accepted', () => {
    given().when(asked).thenRefused('claim/not-found');
    given(proposed).when(asked).thenRefused('claim/not-accepted');
    given(proposed, rejected).when(asked).thenRefused('claim/not-accepted');
    given(...inForce, merged)
      .when(asked)
      .thenRefused('claim/not-accepted');
  });

  it('is not for reviewers and programs', () => {
    given(...inForce)
      .when({ ...asked, actor: ben })
      .thenRefused('desk/role-missing');
    given(...inForce)
      .when({ ...asked, actor: job })
      .thenRefused('desk/service-forbidden');
  });
});

describe('classing a claim', () => {
  it('names the fragment that is factual, where only a fragment is', () => {
    const fragment = { checkability: 'fragment', fragment: { start: 1340, end: 1350 }, reason } as const;
    given(...inForce)
      .when(command('ClassifyCheckability', fragment))
      .thenEvents({ type: 'ClaimCheckabilityClassified', data: fragment });
  });

  it.each([
    ['is missing', { checkability: 'fragment' }],
    ['lies outside', { checkability: 'fragment', fragment: { start: 1380, end: 1390 } }],
    ['is named though all of it is factual', { checkability: 'factual', fragment: { start: 1340, end: 1350 } }],
  ] as const)('refuses a fragment that %s', (_, change) => {
    given(...inForce)
      .when(command('ClassifyCheckability', { ...change, reason }))
      .thenRefused('claim/fragment-mismatch');
  });
});

describe('the facts of a claim', () => {
  const [[, , normalised], [, , attributed], [, , classified], [, , rated], [, , sorted]] = COMMANDS;

  it('are of one more revision with each change of wording, attribution or class', () => {
    expect(factsAfter(proposed, accepted, normalised)).toMatchObject({ revision: 2, text: wording.text });
    expect(factsAfter(...inForce, normalised, attributed, normalised, classified)).toMatchObject({
      revision: 5,
      claimant: agency,
      partyKeys: ['org:kcna'],
      statedOn: day(),
      checkability: 'intent',
    });
  });

  it('stay of their revision when severity and topics change', () => {
    expect(factsAfter(...inForce, rated, sorted)).toMatchObject({
      revision: 1,
      severity: 'high',
      topics: ['war', 'arms'],
    });
  });

  it('tell that it was merged, and what it says still', () => {
    expect(factsAfter(...inForce, normalised, merged)).toMatchObject({
      status: 'merged',
      revision: 2,
      acceptedBy: 'cleo',
    });
  });
});

function day() {
  return { from: '2022-11-07', to: '2022-11-07', precision: 'day', basis: 'So the agency dates it.' } as const;
}

function factsAfter(...events: readonly ClaimEvent[]) {
  return claimFactsOf('c4', stateOf(claimDecider, events));
}
