import type { DataOf } from '#kernel';
import type { QuoteChecked } from '#features/claims';
import type { Sight } from '#features/evidence';

type Check = DataOf<QuoteChecked>;

/** Without the words of the source, and without how near they come to the quote, which would tell them. */
export const visibleQuoteCheck = (
  { primaryText, result, ...check }: Check,
  sight: Sight,
): Omit<Check, 'primaryText' | 'result'> & Partial<Check> =>
  sight === 'whole' ? { ...check, primaryText, result } : check;
