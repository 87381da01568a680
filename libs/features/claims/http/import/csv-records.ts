import { parse } from 'csv-parse/sync';
import type { DomainError } from '#kernel';
import { MAX_RECORD_BYTES } from './csv-lines.js';
import type { Line } from './csv-lines.js';
import { rowRefused, textUnreadable } from './import-row.js';

/** The fields of one record, and where it begins; or what is wrong with it. */
export type CsvRecord = { readonly line: number } & (
  { readonly fields: readonly string[] } | { readonly flaw: DomainError }
);

/** By what fields are divided. */
export type Delimiter = ',' | ';' | '\t';

/**
 * The records of a file. One that is broken is its first line alone, and the next begins after that: a quotation mark that
 * is never closed takes no other row with it.
 */
export async function* recordsOf(lines: AsyncIterable<Line>, delimiter: Delimiter): AsyncGenerator<CsvRecord> {
  const ahead = new Lookahead(lines);
  for (let first = await ahead.at(0); first !== undefined; first = await ahead.at(0)) {
    const found = await completeRecord(ahead);
    const record = found === undefined ? tooLongOrOpen(first) : read(found, delimiter);
    ahead.drop('flaw' in record || found === undefined ? 1 : found.length);
    if (!isBlank(first)) yield { line: first.no, ...record };
  }
}

/** Lines until the quotation marks come out even; none if they never do, or only in what is too long. */
const completeRecord = async (ahead: Lookahead): Promise<readonly Line[] | undefined> => {
  const lines: Line[] = [];
  let [quotes, bytes] = [0, 0];
  for (let line = await ahead.at(0); line !== undefined; line = await ahead.at(lines.length)) {
    lines.push(line);
    quotes += line.quotes;
    bytes += line.bytes.length + 1;
    if (line.isTooLong || bytes > MAX_RECORD_BYTES) return undefined;
    if (quotes % 2 === 0) return lines;
  }
  return undefined;
};

type Read = { readonly fields: readonly string[] } | { readonly flaw: DomainError };

const read = (lines: readonly Line[], delimiter: Delimiter): Read => {
  const text = decoded(lines);
  if (text === undefined) return { flaw: textUnreadable('The row is not UTF-8.') };
  try {
    const records: readonly (readonly string[])[] = parse(text, { delimiter, relax_column_count: true });
    const [fields] = records;
    return records.length === 1 && fields !== undefined ? { fields } : { flaw: brokenQuotes() };
  } catch {
    return { flaw: brokenQuotes() };
  }
};

/** The line ends inside a field are its own; that of the record is none of its last field. */
const decoded = (lines: readonly Line[]): string | undefined => {
  const bytes = Buffer.concat(lines.flatMap(({ bytes: own }, place) => (place === 0 ? [own] : [NEW_LINE, own])));
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes).replace(/\r$/, '');
  } catch {
    return undefined;
  }
};

const NEW_LINE = Buffer.from('\n');

const isBlank = ({ bytes, isTooLong }: Line): boolean => !isTooLong && (bytes.length === 0 || bytes.equals(RETURN));

const RETURN = Buffer.from('\r');

const brokenQuotes = (): DomainError =>
  rowRefused('request/invalid', 'The quotation marks of this row are not those of CSV: double them inside a field.');

const tooLongOrOpen = ({ isTooLong }: Line): Read => ({
  flaw: isTooLong ? rowRefused('request/too-large', 'The row is too long.') : brokenQuotes(),
});

/** Lines that were looked at, and not yet taken. */
class Lookahead {
  private readonly lines: AsyncIterator<Line>;
  private seen: Line[] = [];
  private taken = 0;

  constructor(lines: AsyncIterable<Line>) {
    this.lines = lines[Symbol.asyncIterator]();
  }

  async at(place: number): Promise<Line | undefined> {
    while (this.seen.length <= this.taken + place) {
      const next = await this.lines.next();
      if (next.done === true) return undefined;
      this.seen.push(next.value);
    }
    return this.seen[this.taken + place];
  }

  drop(count: number): void {
    this.taken += count;
    if (this.taken < KEPT) return;
    this.seen = this.seen.slice(this.taken);
    this.taken = 0;
  }
}

/** Taken lines are let go in bunches: one by one, a file of short lines would be moved again and again. */
const KEPT = 1000;
