/**
 * Which of these media types a caller wants most (RFC 9110, 12.5.1): the first one if it is all the same to him,
 * `undefined` if he wants none of them.
 */
export const preferred = <Offer extends string>(
  accept: string | undefined,
  offers: readonly Offer[],
): Offer | undefined => {
  const ranges = rangesIn(accept ?? '*/*');
  const [best] = offers
    .map((offer) => ({ offer, ...(rangeFor(offer, ranges) ?? NOT_WANTED) }))
    .filter(({ quality }) => quality > 0)
    .toSorted((one, other) => other.quality - one.quality || other.precision - one.precision);
  return best?.offer;
};

/** What a caller says of media types: of one, of all of a kind, or of all. */
type Range = { readonly type: string; readonly quality: number; readonly precision: 0 | 1 | 2 };

const NOT_WANTED = { quality: 0, precision: 0 } as const;

const rangesIn = (accept: string): readonly Range[] =>
  accept.split(',').flatMap((part) => {
    const [type = '', ...parameters] = part.split(';').map((one) => one.trim().toLowerCase());
    const quality = qualityIn(parameters);
    return quality === undefined || !type.includes('/') ? [] : [{ type, quality, precision: precisionOf(type) }];
  });

const qualityIn = (parameters: readonly string[]): number | undefined => {
  const given = parameters.find((parameter) => parameter.startsWith('q='));
  if (given === undefined) return 1;
  return /^q=(0(\.\d{0,3})?|1(\.0{0,3})?)$/.test(given) ? Number(given.slice(2)) : undefined;
};

const precisionOf = (type: string): Range['precision'] => {
  if (type === '*/*') return 0;
  return type.endsWith('/*') ? 1 : 2;
};

/** The most precise one that the offer falls into. */
const rangeFor = (offer: string, ranges: readonly Range[]): Range | undefined =>
  ranges
    .filter(({ type }) => type === offer || type === '*/*' || type === `${offer.slice(0, offer.indexOf('/'))}/*`)
    .toSorted((one, other) => other.precision - one.precision)[0];
