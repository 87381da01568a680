import type { FuzzyDate, Party, Span } from '#kernel';

/** What the demo proposes of the article: four of its claims, each at its exact span. */
export type DemoClaim = {
  readonly name: string;
  readonly span: Span;
  readonly text: string;
  readonly claimant: Party;
  readonly conveyors: readonly Party[];
  readonly voice: 'quoted' | 'reported' | 'own' | 'unclear';
  readonly statedOn: FuzzyDate;
};

export const PUBLISHER: Party = { key: 'org:seed-publisher', name: 'The article’s publisher', kind: 'organisation' };

const KCNA: Party = { key: 'org:kcna', name: 'KCNA', kind: 'organisation' };

const VICE_DIRECTOR: Party = {
  key: 'role:dprk-vice-director-military-foreign-affairs',
  name: 'Vice director of military foreign affairs, DPRK Ministry of National Defence',
  kind: 'role',
  unnamed: true,
};

const KIRBY: Party = {
  key: 'person:john-kirby',
  name: 'John Kirby',
  kind: 'person',
  jobTitle: 'NSC Coordinator for Strategic Communications',
};

const between = (from: string, to: string, basis: string): FuzzyDate => ({ from, to, precision: 'range', basis });

const ARTICLE_DATE = between('2022-11-08', '2022-11-09', 'The article has no date; the statement is of that Tuesday.');

export const C1: DemoClaim = {
  name: 'C1',
  span: { start: 1340, end: 1387 },
  text: 'North Korea has never had arms dealings with Russia',
  claimant: VICE_DIRECTOR,
  conveyors: [KCNA],
  voice: 'quoted',
  statedOn: between('2022-11-07', '2022-11-08', 'Dated 7 November, carried by KCNA on the 8th.'),
};

export const C4: DemoClaim = {
  name: 'C4',
  span: { start: 1607, end: 1711 },
  text: 'North Korea covertly supplies Russia with a significant number of artillery shells',
  claimant: KIRBY,
  conveyors: [],
  voice: 'quoted',
  statedOn: { from: '2022-11-02', to: '2022-11-02', precision: 'day', basis: 'The Wednesday before the article.' },
};

export const C11: DemoClaim = {
  name: 'C11',
  span: { start: 2254, end: 2305 },
  text: 'In September 2022 North Korea denied the US report of planned supplies',
  claimant: PUBLISHER,
  conveyors: [],
  voice: 'own',
  statedOn: ARTICLE_DATE,
};

export const C12: DemoClaim = {
  name: 'C12',
  span: { start: 0, end: 41 },
  text: 'North Korea supplies ammunition to Russia',
  claimant: PUBLISHER,
  conveyors: [],
  voice: 'own',
  statedOn: ARTICLE_DATE,
};

export const CLAIMS: readonly DemoClaim[] = [C1, C4, C11, C12];
