import { AMEND_REASON, CLEO_RULES } from '../../../apps/docket/src/demo/texts.js';

type Opinion = typeof CLEO_RULES & { readonly departure?: string };

/** What Cleo thinks of the claim, first and on second thoughts, and of how many sources she speaks. */
export type Mind = {
  readonly first: Opinion;
  readonly second: Opinion;
  readonly reason: string;
  readonly cited: 1 | 2;
};

export const DOUBTFUL: Mind = {
  first: CLEO_RULES,
  second: {
    label: 'false',
    finding: 'refuted',
    strength: 'high',
    rationale: 'The denial of the ministry is on the record, and nobody has shown a single shell to the contrary.',
  },
  reason: AMEND_REASON,
  cited: 2,
};

/** The opposite in everything, longer too, and with a reason to depart from what the desk has published. */
export const CONVINCED: Mind = {
  first: {
    label: 'true',
    finding: 'supported',
    strength: 'high',
    rationale: `${'The White House spoke in detail and on the record. '.repeat(12)}That settles it.`,
    departure: 'What the desk said of the other claim rested on the denial alone, which proves nothing.',
  },
  second: {
    label: 'mixture',
    finding: 'mixed',
    strength: 'medium',
    rationale:
      'On second thoughts, one half of it is shown and the other half is not: ships were seen, shells were not.',
  },
  reason: 'I had overlooked that the ships were seen by one government only, and that no cargo ever was.',
  cited: 1,
};
