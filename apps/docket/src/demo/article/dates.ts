import type { FuzzyDate, Instant } from '#kernel';

export const onDay = (day: string, basis: string): FuzzyDate => ({ from: day, to: day, precision: 'day', basis });

export const between = (from: string, to: string, basis: string): FuzzyDate => ({
  from,
  to,
  precision: 'range',
  basis,
});

/** Clock times of the two days on which the case is played, in UTC: `HH:MM` or `HH:MM:SS`. */
export const wednesday = (time: string): Instant => instantOf('2022-11-09', time);
export const thursday = (time: string): Instant => instantOf('2022-11-10', time);

const instantOf = (day: string, time: string): Instant => new Date(`${day}T${time}Z`).toISOString();
