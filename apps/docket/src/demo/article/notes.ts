import type { Span } from '#kernel';

type DemoNote = {
  readonly kind: 'headline_overstates' | 'inconsistent_paraphrase' | 'unnamed_source';
  readonly spans: readonly Span[];
  readonly message: string;
};

/** What Ana notices that the analyser cannot. */
export const ANAS_NOTES: readonly DemoNote[] = [
  {
    kind: 'headline_overstates',
    spans: [{ start: 0, end: 41 }],
    message: 'The headline states as a fact what the article reports as a claim that is denied.',
  },
  {
    kind: 'inconsistent_paraphrase',
    spans: [
      { start: 854, end: 879 },
      { start: 1835, end: 1866 },
    ],
    message: 'Africa in the paraphrase, North Africa in the quotation.',
  },
  {
    kind: 'unnamed_source',
    spans: [{ start: 994, end: 1085 }],
    message: 'The vice director is not named.',
  },
];

/** The heading of a list of links. */
export const RESIDUE: Span = { start: 3421, end: 3434 };
