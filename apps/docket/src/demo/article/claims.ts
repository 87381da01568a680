import type { FuzzyDate, Party, Span } from '#kernel';
import { between, onDay } from './dates.js';
import { ALLIES, DPRK_MILITARY, KCNA, KIRBY, PUBLISHER, VICE_DIRECTOR, WHITE_HOUSE } from './parties.js';

/** One claim of the article, as Ana proposes and classes it. */
export type DemoClaim = {
  readonly name: string;
  readonly spans: readonly Span[];
  readonly text: string;
  readonly claimant: Party;
  readonly conveyors: readonly Party[];
  readonly voice: 'quoted' | 'reported' | 'own' | 'unclear';
  readonly statedOn: FuzzyDate;
  readonly about?: FuzzyDate;
  readonly checkability: 'factual' | 'fragment' | 'opinion' | 'prediction' | 'intent' | 'unverifiable';
  /** The factual part, where only a part is. */
  readonly fragment?: Span;
};

export type DemoRelation = 'contradicts' | 'part_of' | 'qualifies' | 'same_claim_other_claimant';

const span = (start: number, end: number): Span => ({ start, end });

const STATEMENT = {
  claimant: VICE_DIRECTOR,
  conveyors: [KCNA],
  voice: 'quoted',
  statedOn: between('2022-11-07', '2022-11-08', 'Dated 7 November, carried by KCNA on the 8th.'),
} as const;

const BRIEFING = {
  claimant: KIRBY,
  conveyors: [],
  voice: 'quoted',
  statedOn: onDay('2022-11-02', 'The Wednesday before the article.'),
} as const;

const ARTICLE = {
  claimant: PUBLISHER,
  conveyors: [],
  voice: 'own',
  statedOn: between('2022-11-08', '2022-11-09', 'The article has no date; the statement is of that Tuesday.'),
} as const;

const LAST_WEEK = between('2022-10-31', '2022-11-06', 'The week before the statement.');

export const C1: DemoClaim = {
  name: 'C1',
  spans: [span(1340, 1387)],
  text: 'North Korea has never had arms dealings with Russia',
  checkability: 'factual',
  ...STATEMENT,
};

const C2: DemoClaim = {
  name: 'C2',
  spans: [span(1392, 1428)],
  text: 'North Korea has no plans for arms deals with Russia',
  checkability: 'intent',
  ...STATEMENT,
};

const C3: DemoClaim = {
  name: 'C3',
  spans: [span(1171, 1264)],
  text: "The US rumour is part of a hostile effort to damage North Korea's image",
  checkability: 'opinion',
  ...STATEMENT,
};

export const C4: DemoClaim = {
  name: 'C4',
  spans: [span(1607, 1711)],
  text: 'North Korea covertly supplies Russia with a significant number of artillery shells',
  checkability: 'factual',
  ...BRIEFING,
};

const C5: DemoClaim = {
  name: 'C5',
  spans: [span(1719, 1866)],
  text: "North Korea disguises the shells' destination as the Middle East or North Africa",
  checkability: 'factual',
  ...BRIEFING,
};

const C6: DemoClaim = {
  name: 'C6',
  spans: [span(1474, 1538)],
  text: 'The US does not know whether Russia received the munitions',
  checkability: 'unverifiable',
  ...BRIEFING,
  voice: 'reported',
};

const C7: DemoClaim = {
  name: 'C7',
  spans: [span(1936, 2021), span(2105, 2169)],
  text: 'The shells suffice to prolong the war, not to give Russia an advantage',
  checkability: 'prediction',
  ...BRIEFING,
  voice: 'reported',
};

const C8: DemoClaim = {
  name: 'C8',
  spans: [span(2472, 2649)],
  text: 'The shipments reflect Russian shortages under sanctions that limit restocking',
  checkability: 'fragment',
  fragment: span(2580, 2649),
  ...BRIEFING,
};

const C9: DemoClaim = {
  name: 'C9',
  spans: [span(2669, 2701)],
  text: 'Iran supplies Russia with drones',
  checkability: 'factual',
  ...ARTICLE,
  voice: 'unclear',
};

const C10: DemoClaim = {
  name: 'C10',
  spans: [span(2311, 2400)],
  text: 'North Korea intended to supply ammunition to Russia',
  claimant: WHITE_HOUSE,
  conveyors: [],
  voice: 'reported',
  statedOn: { from: '2022-09-01', to: '2022-09-30', precision: 'month', basis: 'In September, says the article.' },
  checkability: 'intent',
};

export const C11: DemoClaim = {
  name: 'C11',
  spans: [span(2254, 2305)],
  text: 'In September 2022 North Korea denied the US report of planned supplies',
  about: between('2022-09-21', '2022-09-22', 'The denial that KCNA carried that week.'),
  checkability: 'factual',
  ...ARTICLE,
};

export const C12: DemoClaim = {
  name: 'C12',
  spans: [span(0, 41)],
  text: 'North Korea supplies ammunition to Russia',
  checkability: 'factual',
  ...ARTICLE,
};

const C13: DemoClaim = {
  name: 'C13',
  spans: [span(479, 546)],
  text: 'The US and South Korea held their largest-ever air force drill',
  about: LAST_WEEK,
  checkability: 'factual',
  ...ARTICLE,
};

const C14: DemoClaim = {
  name: 'C14',
  spans: [span(374, 471)],
  text: 'North Korea tested weapons that week, including an ICBM',
  about: LAST_WEEK,
  checkability: 'factual',
  ...ARTICLE,
};

const C15: DemoClaim = {
  name: 'C15',
  spans: [span(589, 653)],
  text: 'The launches might lead to a nuclear test',
  claimant: ALLIES,
  conveyors: [PUBLISHER],
  voice: 'reported',
  statedOn: { precision: 'unresolvable', basis: 'The article names no occasion on which they warned.' },
  checkability: 'prediction',
};

const C16: DemoClaim = {
  name: 'C16',
  spans: [span(3123, 3219)],
  text: 'The launches were a response to Vigilant Storm',
  claimant: DPRK_MILITARY,
  conveyors: [],
  voice: 'reported',
  statedOn: onDay('2022-11-07', 'The day on which its General Staff reported on the exercise.'),
  checkability: 'intent',
};

/** All but C1 and C4, with which the desk begins. */
export const FURTHER_CLAIMS: readonly DemoClaim[] = [C2, C3, C5, C6, C7, C8, C9, C10, C11, C12, C13, C14, C15, C16];

/** Each read from left to right. */
export const RELATIONS: readonly (readonly [DemoClaim, DemoRelation, DemoClaim])[] = [
  [C1, 'contradicts', C10],
  [C5, 'part_of', C4],
  [C6, 'qualifies', C4],
  [C11, 'qualifies', C1],
  [C12, 'same_claim_other_claimant', C4],
];

export const isRateable = ({ checkability }: DemoClaim): boolean =>
  checkability === 'factual' || checkability === 'fragment';
