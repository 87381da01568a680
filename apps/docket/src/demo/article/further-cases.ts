import { C1, C11, C12 } from './claims.js';
import type { DemoClaim } from './claims.js';
import { between, onDay } from './dates.js';
import { KCNA, PUBLISHER } from './parties.js';
import { E1, E2 } from './sources.js';
import type { DemoSource } from './sources.js';

/** A case on which everybody agrees: what it rests on, how it comes out, and what the rules ask for besides. */
export type FurtherCase = {
  readonly claim: DemoClaim;
  readonly sources: readonly DemoSource[];
  readonly opinion: {
    readonly label: string;
    readonly finding: 'insufficient_evidence' | 'supported' | 'misleading_context';
    readonly strength: 'low' | 'medium';
    readonly rationale: string;
  };
  readonly title: string;
  readonly claimReviewed: string;
  readonly summary: string;
  /** Without it, the rules turn the approval away with this code. */
  readonly waiver?: { readonly code: string; readonly note: string; readonly refusal: string };
  /** The claimant must have been asked. */
  readonly reply?: { readonly question: string; readonly text: string; readonly refusal: string };
};

const DENIAL: DemoSource = {
  name: 'e4',
  file: 'e4-kcna-september.txt',
  title: 'KCNA’s denial of September 2022',
  publisher: KCNA,
  publishedOn: between('2022-09-21', '2022-09-22', 'The denial that KCNA carried that week.'),
  originGroup: 'dprk-government',
  stance: 'supports',
  nature: 'record',
  weight: 'high',
};

const ARTICLE_ITSELF: DemoSource = {
  name: 'e5',
  file: 'north-korea-ammunition.txt',
  title: 'The article with its headline',
  publisher: PUBLISHER,
  publishedOn: onDay('2022-11-08', 'Taken to be that of the statement.'),
  originGroup: 'org:seed-publisher',
  stance: 'context',
  nature: 'record',
  weight: 'high',
};

export const FURTHER_CASES: readonly FurtherCase[] = [
  {
    claim: C1,
    sources: [
      { ...E1, stance: 'supports', nature: 'assertion' },
      { ...E2, stance: 'refutes', nature: 'assertion' },
    ],
    opinion: {
      label: 'unproven',
      finding: 'insufficient_evidence',
      strength: 'low',
      rationale: 'The two governments contradict each other, and neither shows material that others could examine.',
    },
    title: 'No independent evidence for or against North Korea’s denial',
    claimReviewed: 'North Korea has never had arms dealings with Russia',
    summary: 'The denial stands against the word of one other government. No independent source settles it.',
  },
  {
    claim: C11,
    sources: [DENIAL],
    opinion: {
      label: 'true',
      finding: 'supported',
      strength: 'medium',
      rationale: 'KCNA’s own text of that week is the record of the denial itself.',
    },
    title: 'North Korea did deny the report in September 2022',
    claimReviewed: 'In September 2022 North Korea denied a US report of planned supplies',
    summary: 'The state news agency carried the denial in the third week of September 2022.',
    waiver: {
      code: 'primary_record',
      note: 'That somebody denied something is proven by his own words.',
      refusal: 'check/too-few-sources',
    },
  },
  {
    claim: C12,
    sources: [ARTICLE_ITSELF, { ...E2, stance: 'context', nature: 'record' }],
    opinion: {
      label: 'missing-context',
      finding: 'misleading_context',
      strength: 'medium',
      rationale:
        'The headline states as a fact what the article reports as the word of one government, denied by another.',
    },
    title: 'A headline without its source',
    claimReviewed: 'North Korea supplies ammunition to Russia',
    summary: 'The claim is that of the US government; the headline does not say so.',
    reply: {
      question: 'Why does the headline not say whose claim it is?',
      text: 'We will say in the headline whose claim it is.',
      refusal: 'check/reply-missing',
    },
  },
];
