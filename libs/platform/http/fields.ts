import { z } from 'zod';

// The form of what a request may carry. What depends on history is the decider's.

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export const isUuidV7 = (value: string): boolean => UUID_V7.test(value);

/** Of something new, chosen by the client so that a retry names the same thing; and of what was made so. */
export const id = z.string().regex(UUID_V7, 'A UUIDv7 in lower case.').meta({ format: 'uuid' });

/** Of any version: imported things have derived ids. */
export const uuid = z.string().regex(UUID, 'A UUID in lower case.').meta({ format: 'uuid' });

const lengthOf = (value: string): number => Array.from(value).length;

/** Anything but white space is in it, and of control characters only the line feed. */
const isWritten = (value: string): boolean => /\S/u.test(value) && !/[^\P{Cc}\n]/u.test(value);

/** Text for people, counted in code points, kept exactly as received. */
export const text = (max: number, min = 1) => written(z.string(), max, min);

/** The text of a whole document: its line ends become line feeds, nothing else changes. */
export const documentText = (max: number) =>
  written(
    z.string().overwrite((value) => value.replaceAll('\r\n', '\n')),
    max,
    1,
  );

const written = (base: z.ZodString, max: number, min: number) =>
  base
    .refine((value) => lengthOf(value) >= min && lengthOf(value) <= max, {
      error: `From ${min} to ${max} characters.`,
      abort: true,
    })
    .refine(isWritten, 'Not only white space, and no control characters but line feeds.')
    .meta({ minLength: min, maxLength: max });

export const reason = text(2000, 10);

export const key = z.string().regex(/^[a-z0-9][a-z0-9:._-]{0,79}$/, 'A key such as org:kcna.');

export const day = z.iso.date('A day such as 2022-11-02.');

/** Up to the year 2999, so that what is computed from it stays an instant. */
export const instant = z.iso
  .datetime({ precision: 3, error: 'An instant such as 2022-11-02T10:00:00.000Z.' })
  .refine((value) => value < '3000', 'An instant before the year 3000.');

const isWebAddress = (value: string): boolean => /^https?:\/\/[^\s\p{Cc}]+$/u.test(value) && URL.canParse(value);

export const url = z.string().max(2048).refine(isWebAddress, 'An address with http or https.').meta({ format: 'uri' });

export const email = z.email('An e-mail address.').max(254);

const isLanguage = (value: string): boolean => {
  try {
    return Intl.getCanonicalLocales(value).length === 1;
  } catch {
    return false;
  }
};

export const language = z.string().max(35).refine(isLanguage, 'A language tag of BCP 47, such as en or pt-BR.');

export const party = z
  .strictObject({
    key,
    name: text(200),
    kind: z.enum(['person', 'organisation', 'role']),
    jobTitle: text(200).optional(),
    url: url.optional(),
    unnamed: z.boolean().optional(),
  })
  .meta({ id: 'Party' });

const knownDate = z
  .strictObject({ from: day, to: day, precision: z.enum(['day', 'range', 'week', 'month', 'year']), basis: text(200) })
  .refine(({ from, to }) => from <= to, { error: 'It ends before it begins.', path: ['to'] });

export const fuzzyDate = z
  .union([
    knownDate,
    z.strictObject({ precision: z.literal('unresolved') }),
    z.strictObject({ precision: z.literal('unresolvable'), basis: text(200) }),
  ])
  .meta({ id: 'FuzzyDate' });

export const span = z
  .strictObject({ start: z.int().nonnegative(), end: z.int().positive() })
  .refine(({ start, end }) => start < end, { error: 'It ends before it begins.', path: ['end'] })
  .meta({ id: 'Span' });

export const contact = z
  .strictObject({
    name: text(200).optional(),
    email: text(254).optional(),
    phone: text(50).optional(),
    note: text(500).optional(),
  })
  .meta({ id: 'Contact' });
