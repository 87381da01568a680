import { readFileSync } from 'node:fs';
import path from 'node:path';
import { decide, stateOf } from '#kernel';
import type { Span } from '#kernel';
import { by, specify } from '#kernel/testing';
import { claimFactsOf, claimStream, isRateable } from '#features/claims';
import type { Checkability, ClaimCommand, ClaimEvent, Relation, Voice } from '#features/claims';
import { checkDecider } from './domain/check.decider.js';
import { ana, policy } from './domain/testing/index.js';

const ARTICLE = path.resolve(import.meta.dirname, '../../../apps/docket/material/north-korea-ammunition.txt');
const text = readFileSync(ARTICLE, 'utf8');

type Row = {
  readonly name: string;
  readonly spans: readonly Span[];
  readonly quote: string;
  readonly voice: Voice;
  readonly checkability: Checkability;
  readonly fragment?: Span;
  readonly link?: readonly [Relation, string];
};

const row = (
  name: string,
  span: readonly [number, number],
  quote: string,
  voice: Voice,
  checkability: Checkability,
  rest: Pick<Row, 'fragment' | 'link'> = {},
): Row => ({ name, spans: [{ start: span[0], end: span[1] }], quote, voice, checkability, ...rest });

const C7_SPANS = [
  { start: 1936, end: 2021 },
  { start: 2105, end: 2169 },
];

/** What one desk found in the article. */
const CLAIMS: readonly Row[] = [
  row('C1', [1340, 1387], 'we have never conducted ‘arms deals with Russia', 'quoted', 'factual', {
    link: ['contradicts', 'C10'],
  }),
  row('C2', [1392, 1428], 'have no plans to do so in the future', 'quoted', 'intent'),
  row(
    'C3',
    [1171, 1264],
    'part of the US “hostile endeavor to damage the image of the DPRK in the international arena,”',
    'quoted',
    'opinion',
  ),
  row(
    'C4',
    [1607, 1711],
    'North Korea “is covertly supplying Russia’s war in Ukraine with a significant number of artillery shells',
    'quoted',
    'factual',
    { link: ['contradicts', 'C1'] },
  ),
  row(
    'C5',
    [1719, 1866],
    'obfuscating the true destination of the arms shipments by attempting to make them appear to be sent to countries in the Middle East or North Africa',
    'quoted',
    'factual',
    { link: ['part_of', 'C4'] },
  ),
  row(
    'C6',
    [1474, 1538],
    'US authorities did not know if Russia had received the munitions',
    'reported',
    'unverifiable',
    { link: ['qualifies', 'C4'] },
  ),
  {
    name: 'C7',
    spans: C7_SPANS,
    quote:
      'the “significant” number of shells sent are sufficient to help Russia prolong the war … not sufficient to give Russia an advantage over Ukrainian forces',
    voice: 'reported',
    checkability: 'prediction',
  },
  row(
    'C8',
    [2472, 2649],
    'The shipments, according to Kirby, are “a reflection of Russia’s defense product shortages and demands,” as they face international sanctions that limit their ability to restock',
    'reported',
    'fragment',
    { fragment: { start: 2580, end: 2649 } },
  ),
  row('C9', [2669, 2701], 'Iran is supplying drone supplies', 'unclear', 'factual'),
  row(
    'C10',
    [2311, 2400],
    'it was intending to supply ammunition to help the Russian military rebuild its stockpiles',
    'reported',
    'intent',
  ),
  row('C11', [2254, 2305], 'Pyongyang refuted in September a White House report', 'own', 'factual', {
    link: ['qualifies', 'C1'],
  }),
  row('C12', [0, 41], 'North Korea supplies ammunition to Russia', 'own', 'factual', {
    link: ['same_claim_other_claimant', 'C4'],
  }),
  row('C13', [479, 546], 'the US and South Korea conducted their largest-ever air force drill', 'own', 'factual'),
  row(
    'C14',
    [374, 471],
    'a series of North Korean weapons tests last week, including an intercontinental ballistic missile',
    'own',
    'factual',
  ),
  row('C15', [589, 653], 'the North’s latest missile launches might lead to a nuclear test', 'reported', 'prediction'),
  row(
    'C16',
    [3123, 3219],
    'its recent ballistic missile launches were in response to the so-called Vigilant Storm operation',
    'reported',
    'intent',
  ),
];

const NOT_RATEABLE = ['C2', 'C3', 'C6', 'C7', 'C10', 'C15', 'C16'];

describe('the sixteen claims of the article', () => {
  it('are those with exactly these words at these places', () => {
    expect(Array.from(text)).toHaveLength(3434);
    expect(CLAIMS.map(({ name }) => name)).toEqual(Array.from({ length: 16 }, (_, place) => `C${place + 1}`));
  });

  it.each(CLAIMS)('$name is proposed, accepted and linked', (claim) => {
    const { status, assessment } = acceptedState(claim);
    expect([status, assessment?.checkability, assessment?.severity]).toEqual([
      'accepted',
      claim.checkability,
      'medium',
    ]);
  });

  it.each(CLAIMS.filter(({ name }) => NOT_RATEABLE.includes(name)))('$name gets no check', (claim) => {
    expect(isRateable(claim)).toBe(false);
    specify(checkDecider)().when(openCheck(claim)).thenRefused('check/claim-not-rateable');
  });

  it.each(CLAIMS.filter(({ name }) => !NOT_RATEABLE.includes(name)))('$name is open for a check', (claim) => {
    const events = decide(checkDecider, checkDecider.initialState, openCheck(claim)).events;
    expect(events.map(({ type }) => type)).toEqual(['CheckOpened', 'StageEntered']);
  });

  it.each(CLAIMS)('$name is not proposed with other words, or a word further on', (claim) => {
    specify(claimStream.decider)()
      .when(proposalOf({ ...claim, quote: claim.quote.toUpperCase() }))
      .thenRefused('claim/quote-mismatch');
    const further = claim.spans.map(({ start, end }) => ({ start: start + 1, end: end + 1 }));
    specify(claimStream.decider)()
      .when(proposalOf({ ...claim, spans: further }))
      .thenRefused('claim/quote-mismatch');
  });
});

function proposalOf({ spans, quote, voice }: Row): ClaimCommand {
  const submission = { status: 'received', registeredBy: 'ana', text, residue: [{ start: 3421, end: 3434 }] } as const;
  const claimant = { key: 'org:seed-publisher', name: 'The publisher', kind: 'organisation' } as const;
  const said = { claimant, conveyors: [], voice, statedOn: { precision: 'unresolvable', basis: 'No date.' } } as const;
  const data = { submissionId: 's1', revision: 1, spans, quote, text: 'As it is claimed', language: 'en', ...said };
  return { type: 'ProposeClaim', data, facts: { submission }, ...by(ana) };
}

function historyOf(claim: Row): readonly ClaimEvent[] {
  const { checkability, fragment, link } = claim;
  const assessed = { severity: 'medium', checkability, ...(fragment !== undefined && { fragment }) } as const;
  const commands: readonly ClaimCommand[] = [
    proposalOf(claim),
    { type: 'AcceptClaim', data: assessed, ...by(ana) },
    ...(link === undefined
      ? []
      : [
          {
            type: 'LinkClaim',
            data: { linkId: 'k1', relation: link[0], toClaimId: link[1] },
            facts: { target: { relationsToThis: [] } },
            ...by(ana),
          } as const,
        ]),
  ];
  return commands.reduce<readonly ClaimEvent[]>(
    (past, one) => [...past, ...decide(claimStream.decider, stateOf(claimStream.decider, past), one).events],
    [],
  );
}

function acceptedState(claim: Row) {
  const state = stateOf(claimStream.decider, historyOf(claim));
  return { status: state.status, assessment: claimFactsOf('c4', state) };
}

function openCheck(claim: Row) {
  const facts = { claim: acceptedState(claim).assessment, policy };
  return { type: 'OpenCheck', data: {}, facts, ...by(ana) } as const;
}
