import { RequestProblem } from '#platform/http';
import { linesOf } from './csv-lines.js';
import type { Line } from './csv-lines.js';
import { recordsOf } from './csv-records.js';
import type { CsvRecord, Delimiter } from './csv-records.js';
import { rowRefused } from './import-row.js';
import type { ImportRow } from './import-row.js';

/** The columns that are read, each by its name without regard to case, spaces, hyphens and underscores. */
export const CSV_COLUMNS = [
  'externalKey',
  'text',
  'title',
  'language',
  'sourceUrl',
  'publisherKey',
  'publisherName',
  'publishedOn',
] as const;

type Column = (typeof CSV_COLUMNS)[number];

type Cells = { readonly [Name in Column]?: string };

export type CsvFile = {
  readonly ignoredColumns: readonly string[];
  readonly rows: AsyncGenerator<ImportRow>;
};

/** A file whose first row names its columns. Columns that nobody asked for are left alone, and named in the report. */
export const csvFile = async (content: AsyncIterable<Uint8Array>, language?: string): Promise<CsvFile> => {
  const ahead = linesOf(content);
  const first = await ahead.next();
  if (first.done === true) throw headerMissing();
  const lines = followed(withoutMark(first.value), ahead);
  const records = recordsOf(lines, delimiterIn(first.value.bytes.toString('latin1')));
  const header = await records.next();
  if (header.done === true || 'flaw' in header.value) throw headerMissing();
  const { fields } = header.value;
  const names = fields.map(columnOf);
  const known = names.filter((name) => name !== undefined);
  const areNamed = known.includes('externalKey') && known.includes('text') && new Set(known).size === known.length;
  if (!areNamed) throw headerMissing();
  return {
    ignoredColumns: fields.filter((_, place) => names[place] === undefined),
    rows: rowsOf(records, names, language),
  };
};

async function* followed(first: Line, others: AsyncIterable<Line>): AsyncGenerator<Line> {
  yield first;
  yield* others;
}

/** The mark with which some programs begin a file in UTF-8 is no part of the first name. */
const withoutMark = (line: Line): Line =>
  line.bytes.subarray(0, MARK.length).equals(MARK) ? { ...line, bytes: line.bytes.subarray(MARK.length) } : line;

const MARK = Buffer.from('\uFEFF');

async function* rowsOf(
  records: AsyncIterable<CsvRecord>,
  names: readonly (Column | undefined)[],
  language: string | undefined,
): AsyncGenerator<ImportRow> {
  let row = 0;
  for await (const record of records) {
    row += 1;
    const { line } = record;
    if ('flaw' in record) yield { row, line, flaw: record.flaw };
    else if (record.fields.length !== names.length)
      yield { row, line, flaw: unevenRow(record.fields.length, names.length) };
    else yield { row, line, said: registrationOf(cellsIn(record.fields, names), language) };
  }
}

const unevenRow = (found: number, expected: number) =>
  rowRefused('request/invalid', `The row has ${found} fields, and not ${expected} as the first one says.`);

/** Of a cell that is empty nothing is said. */
const cellsIn = (fields: readonly string[], names: readonly (Column | undefined)[]): Cells =>
  Object.fromEntries(
    names.flatMap((name, place) => (name === undefined || fields[place] === '' ? [] : [[name, fields[place]]])),
  );

const registrationOf = (cells: Cells, language: string | undefined): Readonly<Record<string, unknown>> => {
  const { publisherKey, publisherName, publishedOn, ...rest } = cells;
  const publisher = { key: publisherKey, name: publisherName ?? publisherKey, kind: 'organisation' };
  return {
    kind: 'import',
    language,
    ...rest,
    ...((publisherKey ?? publisherName) !== undefined && { publisher }),
    ...(publishedOn !== undefined && { publishedOn: dayOf(publishedOn) }),
  };
};

const dayOf = (day: string) => ({ from: day, to: day, precision: 'day', basis: 'The imported row says so.' });

const columnOf = (name: string): Column | undefined => CSV_COLUMNS.find((column) => plain(column) === plain(name));

const plain = (name: string): string => name.toLowerCase().replaceAll(/[\s_-]/g, '');

/** The sign that divides the names of the columns most often. */
const delimiterIn = (header: string): Delimiter => {
  const signs: readonly Delimiter[] = [',', ';', '\t'];
  const often = (sign: Delimiter): number => header.split(sign).length;
  return signs.reduce((best, sign) => (often(sign) > often(best) ? sign : best));
};

const headerMissing = (): RequestProblem =>
  new RequestProblem(
    422,
    'request/invalid',
    `The first row must name the columns, each once, and externalKey and text among them. Known are: ${CSV_COLUMNS.join(', ')}.`,
  );
