export const CHECKABILITIES = [
  'factual',
  'fragment',
  'opinion',
  'prediction',
  'intent',
  'unverifiable',
  'satire',
] as const;

/** Whether, and how, a claim can be checked. */
export type Checkability = (typeof CHECKABILITIES)[number];

/** Only rateable claims get a check. */
export const isRateable = ({ checkability }: { readonly checkability: Checkability }): boolean =>
  checkability === 'factual' || checkability === 'fragment' || checkability === 'satire';
