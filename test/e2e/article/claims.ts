/** One row of the table of section 11.2 of the specification, on the evening of the first day. */
export type ClaimRow = {
  readonly spans: readonly (readonly [start: number, end: number])[];
  readonly text: string;
  readonly claimant: string;
  readonly conveyors: readonly string[];
  readonly voice?: string;
  readonly stated: readonly [precision: string, from?: string, to?: string];
  readonly about?: readonly [from: string, to: string];
  readonly checkability: string;
  readonly fragment?: readonly [start: number, end: number];
  /** Its own links, read from left to right. */
  readonly links: readonly (readonly [relation: string, to: string])[];
};

const VICE_DIRECTOR = 'role:dprk-vice-director-military-foreign-affairs';
const KIRBY = 'person:john-kirby';
const PUBLISHER = 'org:seed-publisher';

const statement = {
  claimant: VICE_DIRECTOR,
  conveyors: ['org:kcna'],
  stated: ['range', '2022-11-07', '2022-11-08'],
} as const;
const briefing = { claimant: KIRBY, conveyors: [], stated: ['day', '2022-11-02', '2022-11-02'] } as const;
const own = { claimant: PUBLISHER, conveyors: [], stated: ['range', '2022-11-08', '2022-11-09'] } as const;

export const CLAIMS: Readonly<Record<string, ClaimRow>> = {
  C1: {
    spans: [[1340, 1387]],
    text: 'North Korea has never had arms dealings with Russia',
    ...statement,
    checkability: 'factual',
    links: [['contradicts', 'C10']],
  },
  C2: {
    spans: [[1392, 1428]],
    text: 'North Korea has no plans for arms deals with Russia',
    ...statement,
    checkability: 'intent',
    links: [],
  },
  C3: {
    spans: [[1171, 1264]],
    text: "The US rumour is part of a hostile effort to damage North Korea's image",
    ...statement,
    checkability: 'opinion',
    links: [],
  },
  C4: {
    spans: [[1607, 1711]],
    text: 'North Korea covertly supplies Russia with a significant number of artillery shells',
    ...briefing,
    checkability: 'factual',
    links: [['contradicts', 'C1']],
  },
  C5: {
    spans: [[1719, 1866]],
    text: "North Korea disguises the shells' destination as the Middle East or North Africa",
    ...briefing,
    checkability: 'factual',
    links: [['part_of', 'C4']],
  },
  C6: {
    spans: [[1474, 1538]],
    text: 'The US does not know whether Russia received the munitions',
    ...briefing,
    checkability: 'unverifiable',
    links: [['qualifies', 'C4']],
  },
  C7: {
    spans: [
      [1936, 2021],
      [2105, 2169],
    ],
    text: 'The shells suffice to prolong the war, not to give Russia an advantage',
    ...briefing,
    checkability: 'prediction',
    links: [],
  },
  C8: {
    spans: [[2472, 2649]],
    text: 'The shipments reflect Russian shortages under sanctions that limit restocking',
    ...briefing,
    checkability: 'fragment',
    fragment: [2580, 2649],
    links: [],
  },
  C9: {
    spans: [[2669, 2701]],
    text: 'Iran supplies Russia with drones',
    ...own,
    voice: 'unclear',
    checkability: 'factual',
    links: [],
  },
  C10: {
    spans: [[2311, 2400]],
    text: 'North Korea intended to supply ammunition to Russia',
    claimant: 'org:white-house',
    conveyors: [],
    stated: ['month', '2022-09-01', '2022-09-30'],
    checkability: 'intent',
    links: [],
  },
  C11: {
    spans: [[2254, 2305]],
    text: 'In September 2022 North Korea denied the US report of planned supplies',
    ...own,
    voice: 'own',
    about: ['2022-09-21', '2022-09-22'],
    checkability: 'factual',
    links: [['qualifies', 'C1']],
  },
  C12: {
    spans: [[0, 41]],
    text: 'North Korea supplies ammunition to Russia',
    ...own,
    voice: 'own',
    checkability: 'factual',
    links: [['same_claim_other_claimant', 'C4']],
  },
  C13: {
    spans: [[479, 546]],
    text: 'The US and South Korea held their largest-ever air force drill',
    ...own,
    voice: 'own',
    about: ['2022-10-31', '2022-11-06'],
    checkability: 'factual',
    links: [],
  },
  C14: {
    spans: [[374, 471]],
    text: 'North Korea tested weapons that week, including an ICBM',
    ...own,
    voice: 'own',
    about: ['2022-10-31', '2022-11-06'],
    checkability: 'factual',
    links: [],
  },
  C15: {
    spans: [[589, 653]],
    text: 'The launches might lead to a nuclear test',
    claimant: 'org:united-states-and-south-korea',
    conveyors: [PUBLISHER],
    stated: ['unresolvable'],
    checkability: 'prediction',
    links: [],
  },
  C16: {
    spans: [[3123, 3219]],
    text: 'The launches were a response to Vigilant Storm',
    claimant: 'org:dprk-military',
    conveyors: [],
    stated: ['day', '2022-11-07', '2022-11-07'],
    checkability: 'intent',
    links: [],
  },
};

export const NOT_RATEABLE = ['C2', 'C3', 'C6', 'C7', 'C10', 'C15', 'C16'];

/** What is published on 10 November, and with which waivers. */
export const OUTCOMES = {
  C1: { rating: { finding: 'insufficient_evidence', labelText: 'Unproven' }, waivers: [] },
  C4: { rating: { finding: 'insufficient_evidence', labelText: 'Unproven', strength: 'low' }, waivers: [] },
  C11: {
    rating: { finding: 'supported', labelText: 'True' },
    waivers: [{ rule: 'sources', code: 'primary_record' }],
  },
  C12: { rating: { finding: 'misleading_context', labelText: 'Missing context' }, waivers: [] },
};
