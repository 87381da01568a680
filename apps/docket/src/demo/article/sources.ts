import type { FuzzyDate, Party } from '#kernel';
import type { Nature, Stance, Strength } from '#features/checks';
import { onDay } from './dates.js';
import { KCNA, LOS_ANGELES_TIMES } from './parties.js';

/** A source of C4: our own short note on it is the file that is captured. */
export type DemoSource = {
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly url?: string;
  readonly publisher: Party;
  readonly publishedOn: FuzzyDate;
  readonly originGroup: string;
  readonly stance: Stance;
  readonly nature: Nature;
  readonly weight: Strength;
};

export const E1: DemoSource = {
  name: 'e1',
  file: 'e1-kcna-statement.txt',
  title: 'Press statement of the DPRK defence ministry',
  url: 'https://kcnawatch.org/newstream/1667858755-133453092/press-statement-of-vice-director-of-military-foreign-affairs-of-dprk-ministry-of-national-defence',
  publisher: KCNA,
  publishedOn: onDay('2022-11-08', 'Carried by KCNA on that day.'),
  originGroup: 'dprk-government',
  stance: 'refutes',
  nature: 'assertion',
  weight: 'low',
};

export const E2: DemoSource & { readonly url: string } = {
  name: 'e2',
  file: 'e2-white-house-briefing.txt',
  title: 'Report on the White House briefing',
  url: 'https://www.latimes.com/world-nation/story/2022-11-02/white-house-nkorea-covertly-shipping-artillery-to-russia',
  publisher: LOS_ANGELES_TIMES,
  publishedOn: onDay('2022-11-02', 'The date on the report.'),
  originGroup: 'us-government',
  stance: 'supports',
  nature: 'assertion',
  weight: 'medium',
};
