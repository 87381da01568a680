import type { FuzzyDate, Party } from '#kernel';
import type { Nature, Stance, Strength } from '#features/checks';

/** A source that Ben captures: our own short note on it is the file. */
export type DemoSource = {
  readonly name: string;
  readonly file: string;
  readonly title: string;
  readonly url: string;
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
  publisher: { key: 'org:kcna', name: 'KCNA', kind: 'organisation' },
  publishedOn: { from: '2022-11-08', to: '2022-11-08', precision: 'day', basis: 'Carried by KCNA on that day.' },
  originGroup: 'dprk-government',
  stance: 'refutes',
  nature: 'assertion',
  weight: 'low',
};

export const E2: DemoSource = {
  name: 'e2',
  file: 'e2-white-house-briefing.txt',
  title: 'Report on the White House briefing',
  url: 'https://www.latimes.com/world-nation/story/2022-11-02/white-house-nkorea-covertly-shipping-artillery-to-russia',
  publisher: { key: 'org:los-angeles-times', name: 'Los Angeles Times', kind: 'organisation' },
  publishedOn: { from: '2022-11-02', to: '2022-11-02', precision: 'day', basis: 'The date on the report.' },
  originGroup: 'us-government',
  stance: 'supports',
  nature: 'assertion',
  weight: 'medium',
};

export const SOURCES: readonly DemoSource[] = [E1, E2];
