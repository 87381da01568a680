import type { Span } from '#kernel';

/** One text by its code points, which is how spans count. */
export const codePointsOf = (text: string): readonly string[] => Array.from(text);

export const isInside = (inner: Span, outer: Span): boolean =>
  outer.start <= inner.start && inner.start < inner.end && inner.end <= outer.end;

export const overlap = (one: Span, other: Span): boolean => one.start < other.end && other.start < one.end;

const GAP = ' … ';

/** What stands at the spans, in their order. */
export const quoteAt = (codePoints: readonly string[], spans: readonly Span[]): string =>
  spans.map(({ start, end }) => codePoints.slice(start, end).join('')).join(GAP);
