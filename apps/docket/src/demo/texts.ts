import type { Finding } from '#features/standards';
import type { Strength } from '#features/checks';

/** What the reviewers say, before each other's eyes and after. */
type DemoOpinion = {
  readonly label: string;
  readonly finding: Finding;
  readonly strength: Strength;
  readonly rationale: string;
};

export const CLEO_RULES: DemoOpinion = {
  label: 'unproven',
  finding: 'insufficient_evidence',
  strength: 'low',
  rationale:
    'One government asserts the deliveries and shows no material; the other denies them and shows none either. Neither can be checked.',
};

export const DAN_RULES: DemoOpinion = {
  label: 'mostly-true',
  finding: 'mostly_supported',
  strength: 'low',
  rationale:
    'The White House spoke in detail and on the record, and several papers carried it. That makes deliveries likely.',
};

export const DAN_AMENDS: DemoOpinion = {
  label: 'unproven',
  finding: 'insufficient_evidence',
  strength: 'low',
  rationale:
    'All that speaks for the claim comes from one origin group, however many papers carried it. It stays an assertion.',
};

export const CLEO_NOTES =
  'All support comes from one origin group: every paper goes back to the same briefing of the White House.';

export const AMEND_REASON = 'Cleo is right that all support comes from one origin group.';

export const PROPOSAL = {
  finding: 'insufficient_evidence',
  strength: 'low',
  rationale: 'Both sources are assertions of the two governments concerned; nothing independent was found.',
} as const satisfies { readonly finding: Finding; readonly strength: Strength; readonly rationale: string };

export const DRAFT = {
  title: 'No independent evidence of North Korean shells for Russia',
  claimReviewed: 'North Korea covertly supplies artillery shells to Russia',
  summary:
    'Rests on one government’s undisclosed intelligence and is denied by North Korea. No independent confirmation was found.',
  body: [
    'On 2 November 2022 John Kirby of the National Security Council said that North Korea secretly supplies Russia with a significant number of artillery shells.',
    'North Korea’s defence ministry denied it on 7 November. Neither side published material that others could examine.',
    'Reports in several papers go back to the same briefing, so they count as one source.',
  ].join('\n\n'),
  language: 'en',
  disagreementNote:
    'At first reading the two reviewers differed: one found the claim likely, one found it without proof. They agreed after reading each other’s reasons.',
} as const;
