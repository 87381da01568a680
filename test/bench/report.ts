/** One figure. `better` says in which direction it improves. */
export type Row = {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  readonly target?: number;
  readonly better: 'lower' | 'higher';
};

/** What a benchmark has found, and under which settings. */
export type Report = {
  readonly bench: string;
  readonly settings: Readonly<Record<string, string | number>>;
  readonly rows: readonly Row[];
};

/** For people. */
export const tableOf = ({ bench, settings, rows }: Report): string => {
  const width = Math.max(...rows.map(({ name }) => name.length));
  const lines = rows.map(({ name, value, unit, target, better }) => {
    const isMet = target === undefined || (better === 'lower' ? value <= target : value >= target);
    const aim =
      target === undefined ? '' : `   target ${better === 'lower' ? '≤' : '≥'} ${target} ${isMet ? 'met' : 'NOT MET'}`;
    return `${name.padEnd(width)}  ${value.toFixed(2).padStart(9)} ${unit}${aim}`;
  });
  const said = Object.entries(settings).map(([name, value]) => `${name} ${value}`);
  return [`${bench}: ${said.join(', ')}`, '', ...lines].join('\n');
};

/** The nearest one: of five values the 0.95 quantile is the largest. */
export const quantile = (values: readonly number[], share: number): number => {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
};

export const median = (values: readonly number[]): number => quantile(values, 0.5);
