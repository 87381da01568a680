import type { EntityManager, EntityMetadata } from 'typeorm';
import { deleting, inserting, updating, upserting } from './row-statements.js';
import type { Values } from './row-statements.js';

/** What is to become of one row. */
type Pending = {
  readonly key: Values;
  /** What stands in the table under the key goes first. */
  isGone: boolean;
  /** A whole row that is not in the table; or what is told of one that may be there. */
  row?: { values: Values; isWhole: boolean };
  /** For a row that is in the table: new values, and by how much numbers grow. */
  changes: Values;
  steps: Readonly<Record<string, number>>;
};

/** Neither an expression of SQL nor an operator of a search is in it. */
export const isPlain = (values: Values): boolean =>
  Object.values(values).every((value) => typeof value !== 'function' && !isOperator(value));

const isOperator = (value: unknown): boolean => typeof value === 'object' && value !== null && '@instanceof' in value;

/** Writes to one table that wait. Each method answers whether it could take in what it was told. */
export class TableBuffer {
  private readonly pending = new Map<string, Pending>();
  /** Parts of keys: every row of the table that has one goes. */
  private deletions: Values[] = [];
  private readonly keys: readonly string[];
  private readonly absent: Values;

  constructor(private readonly table: EntityMetadata) {
    this.keys = table.primaryColumns.map(({ propertyName }) => propertyName);
    const usual = table.columns.filter((column) => column.default === undefined);
    this.absent = Object.fromEntries(usual.map(({ propertyName }) => [propertyName, null]));
  }

  get isEmpty(): boolean {
    return this.pending.size === 0 && this.deletions.length === 0;
  }

  /** Whether these are the properties of the key. */
  isKey(properties: unknown): boolean {
    return Array.isArray(properties) && this.isWholeKey(Object.fromEntries(properties.map((name) => [name, true])));
  }

  insert(values: Values): boolean {
    const one = this.pending.get(this.nameOf(values));
    if (one !== undefined && (one.row !== undefined || !one.isGone)) return false;
    this.at(values).row = { values: { ...this.absent, ...said(values) }, isWhole: true };
    return true;
  }

  upsert(values: Values): boolean {
    const one = this.at(values);
    const before = one.row ?? { values: one.isGone ? this.absent : one.changes, isWhole: one.isGone };
    if (Object.keys(one.steps).length > 0) return false;
    one.row = { ...before, values: { ...before.values, ...said(values) } };
    one.changes = {};
    return true;
  }

  update(which: Values, changes: Values): boolean {
    const one = this.oneOf(which);
    if (one === undefined) return false;
    if (one.row !== undefined) one.row = { ...one.row, values: { ...one.row.values, ...said(changes) } };
    else if (!one.isGone) {
      one.changes = { ...one.changes, ...said(changes) };
      one.steps = Object.fromEntries(Object.entries(one.steps).filter(([property]) => !(property in changes)));
    }
    return true;
  }

  increment(which: Values, property: string, by: number): boolean {
    const one = this.oneOf(which);
    if (one === undefined) return false;
    const grown = (values: Values): Values => ({ ...values, [property]: Number(values[property]) + by });
    if (one.row !== undefined) {
      if (!(property in one.row.values)) return false;
      one.row = { ...one.row, values: grown(one.row.values) };
    } else if (property in one.changes) one.changes = grown(one.changes);
    else if (!one.isGone) one.steps = { ...one.steps, [property]: (one.steps[property] ?? 0) + by };
    return true;
  }

  /** By the key or a part of it. */
  delete(which: Values): boolean {
    if (!Object.keys(which).every((property) => this.keys.includes(property))) return false;
    const isWhole = this.isWholeKey(which);
    const found = isWhole ? [this.at(which)] : [...this.pending.values()].filter(({ key }) => has(key, which));
    for (const one of found) {
      const wasNew = one.row?.isWhole === true && !one.isGone;
      this.pending.delete(this.nameOf(one.key));
      if (isWhole && !wasNew) this.at(which).isGone = true;
    }
    if (!isWhole) this.deletions.push(which);
    return true;
  }

  /** The row as it will be; `null` if there will be none; `undefined`: only the table knows. */
  find(which: Values): Values | null | undefined {
    if (!this.isWholeKey(which)) return undefined;
    const one = this.pending.get(this.nameOf(which));
    if (one === undefined) return undefined;
    if (one.row === undefined) return one.isGone ? null : undefined;
    const { values } = one.row;
    const isWhole = Object.keys(this.absent).every((property) => property in values);
    return isWhole ? values : undefined;
  }

  /** Whether something waits for what these values name. */
  touches(which: Values): boolean {
    if (!this.isWholeKey(which)) return !this.isEmpty;
    return this.pending.has(this.nameOf(which)) || this.deletions.some((part) => has(which, part));
  }

  async flush(rows: EntityManager): Promise<void> {
    const pending = [...this.pending.values()];
    const gone = pending.flatMap(({ key, isGone }) => (isGone ? [key] : []));
    const told = pending.flatMap(({ row }) => row ?? []);
    const statements = [
      ...deleting(this.table, [...this.deletions, ...gone]),
      ...inserting(
        this.table,
        told.flatMap(({ values, isWhole }) => (isWhole ? [values] : [])),
      ),
      ...upserting(
        this.table,
        told.flatMap(({ values, isWhole }) => (isWhole ? [] : [values])),
      ),
      ...updating(
        this.table,
        pending.filter(({ row, isGone }) => row === undefined && !isGone),
      ),
    ];
    this.pending.clear();
    this.deletions = [];
    for (const { sql, rows: given } of statements) await rows.query(sql, [JSON.stringify(given)]);
  }

  /** What waits for the row that these values name: nothing is known where they say more than its key and it is not here. */
  private oneOf(which: Values): Pending | undefined {
    if (this.keys.some((property) => !(property in which))) return undefined;
    if (this.isWholeKey(which)) return this.at(which);
    const one = this.pending.get(this.nameOf(which));
    return one?.row?.isWhole === true && has(one.row.values, which) ? one : undefined;
  }

  private at(values: Values): Pending {
    const name = this.nameOf(values);
    const known = this.pending.get(name);
    if (known !== undefined) return known;
    const key = Object.fromEntries(this.keys.map((property) => [property, values[property]]));
    const made: Pending = { key, isGone: false, changes: {}, steps: {} };
    this.pending.set(name, made);
    return made;
  }

  private isWholeKey(which: Values): boolean {
    return Object.keys(which).length === this.keys.length && this.keys.every((property) => property in which);
  }

  private nameOf(values: Values): string {
    return this.keys.map((property) => String(values[property])).join('\n');
  }
}

/** What is left undefined is not said. */
const said = (values: Values): Values =>
  Object.fromEntries(Object.entries(values).filter(([, value]) => value !== undefined));

const has = (row: Values, which: Values): boolean =>
  Object.entries(which).every(([property, value]) => row[property] === value);
