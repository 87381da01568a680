import type { Key } from '#kernel';

export const STANCES = ['supports', 'refutes', 'context'] as const;
export type Stance = (typeof STANCES)[number];

export const NATURES = ['record', 'data', 'analysis', 'witness', 'assertion'] as const;

/** What a link can prove. A bare assertion or denial is `assertion`, and never adds an independent source. */
export type Nature = (typeof NATURES)[number];

export const STRENGTHS = ['low', 'medium', 'high'] as const;
export type Strength = (typeof STRENGTHS)[number];

export type Link = {
  readonly linkId: string;
  readonly evidenceId: string;
  readonly stance: Stance;
  readonly nature: Nature;
  readonly originGroup: Key;
};

/** What the researchers ask themselves. Reviewers see first which are still open. */
export type Question = { readonly questionId: string; readonly status: 'open' | 'answered' | 'withdrawn' };
