import type { Party } from '#kernel';
import type { Chance } from './chance.js';

/** What somebody asserted. */
export type Statement = { readonly text: string; readonly by: Party };

/** Where the statements of a seeded desk come from. */
export type Statements = { next(chance: Chance): Statement };

const WHO = [
  'The minister',
  'A campaign page',
  'The mayor',
  'A news agency',
  'The union',
  'A bank',
  'The opposition',
  'A hospital',
];
const WHAT = [
  'unemployment',
  'the price of bread',
  'the number of refugees',
  'spending on schools',
  'the murder rate',
  'rainfall',
  'the tax on fuel',
  'the use of antibiotics',
  'the harvest of wheat',
  'traffic on the ring road',
  'the debt of the city',
  'the share of solar power',
  'the wage of nurses',
  'the export of shells',
  'the population of wolves',
  'turnout',
];
const DID = [
  'has doubled',
  'fell by a third',
  'is the highest in Europe',
  'never changed',
  'rose every year',
  'was hidden',
  'halved',
];
const WHERE = [
  'in Lisbon',
  'in the north',
  'in Ohio',
  'along the border',
  'in rural districts',
  'in Seoul',
  'on the islands',
  'in Nairobi',
  'in the capital',
  'in Bavaria',
  'in Punjab',
  'on the coast',
  'in Lagos',
  'in Wales',
];
const SINCE = [
  'since the election',
  'after the flood',
  'under the last government',
  'within a year',
  'because of the treaty',
];

/** Made up, and about nothing. */
export const madeUp: Statements = {
  next: (chance) => {
    const who = chance.pick(WHO);
    const number = chance.between(2, 980);
    const parts = [chance.pick(WHAT), chance.pick(DID), `by ${number} percent`, chance.pick(WHERE), chance.pick(SINCE)];
    return { text: sentence(`${who} said that ${parts.join(' ')}.`), by: partyNamed(who) };
  },
};

const LONGEST = 400;

/** As one line of a claim: nothing but letters, signs and single spaces. */
export const sentence = (text: string): string =>
  Array.from(text.replaceAll(/[\s\p{Cc}]+/gu, ' ').trim())
    .slice(0, LONGEST)
    .join('');

export const partyNamed = (name: string): Party => {
  const key = name
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 60);
  return { key: `person:${key === '' ? 'unnamed' : key}`, name: name.slice(0, 100), kind: 'person' };
};
