/** UTC, ISO 8601 with milliseconds and Z; compares as text. */
export type Instant = string;

/** A date of the world, `YYYY-MM-DD`; compares as text. */
export type Day = string;

/** ISO 8601, such as `PT2H`. Working or wall time: the field that has it says which. */
export type Duration = string;

/** BCP 47, such as `en` or `pt-BR`. */
export type Language = string;

/** http or https. */
export type Url = string;

/** `^[a-z0-9][a-z0-9:._-]{0,79}$`. */
export type Key = string;

/** Code points of a submission's text, half open: `start < end`. */
export type Span = { readonly start: number; readonly end: number };

/** A person, an organisation or a role, under a key that stays, such as `org:kcna`. */
export type Party = {
  readonly key: Key;
  readonly name: string;
  readonly kind: 'person' | 'organisation' | 'role';
  readonly jobTitle?: string;
  readonly url?: Url;
  readonly unnamed?: boolean;
};

/** A date as well as it is known, and why it is taken to be that. */
export type FuzzyDate =
  | {
      readonly from: Day;
      readonly to: Day;
      readonly precision: 'day' | 'range' | 'week' | 'month' | 'year';
      readonly basis: string;
    }
  | { readonly precision: 'unresolved' }
  | { readonly precision: 'unresolvable'; readonly basis: string };
