import type { EntityManager } from 'typeorm';
import type { EntityClass } from './projection.js';
import { TableBuffer, isPlain } from './table-buffer.js';
import type { Values } from './row-statements.js';

type Unbuffered = (...given: unknown[]) => unknown;

/**
 * Keeps what a projection writes to rows that it names by their keys, and writes all of it in a few statements. The
 * projection sees its own rows as if they had been written: whatever else it asks is asked after the writing.
 */
export class RowBuffer {
  private readonly tables = new Map<EntityClass, TableBuffer>();

  constructor(private readonly rows: EntityManager) {}

  /** What the projection is given. */
  get manager(): EntityManager {
    return new Proxy(this.rows, { get: (rows, name) => this.member(rows, name) });
  }

  async flush(): Promise<void> {
    for (const table of this.tables.values()) await table.flush(this.rows);
  }

  private member(rows: EntityManager, name: string | symbol): unknown {
    const buffered = this.methods[String(name)];
    if (buffered !== undefined) return buffered;
    const own: unknown = Reflect.get(rows, name);
    if (typeof own !== 'function') return own;
    return async (...given: unknown[]) => {
      await this.flush();
      return (own as Unbuffered).apply(rows, given);
    };
  }

  private readonly methods: Readonly<Record<string, Unbuffered | undefined>> = {
    insert: async (entity: unknown, given: unknown) => {
      const table = this.tableOf(entity);
      for (const row of listed(given)) {
        if (isPlain(row) && table.insert(row)) continue;
        await table.flush(this.rows);
        await this.rows.insert(entity as EntityClass, row);
      }
    },
    upsert: async (entity: unknown, given: unknown, conflict: unknown) => {
      const table = this.tableOf(entity);
      for (const row of listed(given)) {
        if (isPlain(row) && table.isKey(conflict) && table.upsert(row)) continue;
        await table.flush(this.rows);
        await this.rows.upsert(entity as EntityClass, row, conflict as string[]);
      }
    },
    update: (entity: unknown, criteria: unknown, changes: unknown) =>
      this.buffer(entity, criteria, {
        keeps: (table, which) => isPlain(changes as Values) && table.update(which, changes as Values),
        writes: () => this.rows.update(entity as EntityClass, criteria, changes as object),
      }),
    increment: (entity: unknown, criteria: unknown, property: unknown, by: unknown) =>
      this.buffer(entity, criteria, {
        keeps: (table, which) => table.increment(which, String(property), Number(by)),
        writes: () => this.rows.increment(entity as EntityClass, criteria as Values, String(property), Number(by)),
      }),
    delete: (entity: unknown, criteria: unknown) =>
      this.buffer(entity, criteria, {
        keeps: (table, which) => table.delete(which),
        writes: () => this.rows.delete(entity as EntityClass, criteria),
      }),
    findOneBy: (entity: unknown, criteria: unknown) => this.find(entity, criteria),
    findOneByOrFail: async (entity: unknown, criteria: unknown) =>
      (await this.find(entity, criteria)) ?? this.rows.findOneByOrFail(entity as EntityClass, criteria as Values),
    createQueryBuilder: () => {
      if ([...this.tables.values()].some((table) => !table.isEmpty))
        throw new Error('What is built as a query cannot wait for rows that were not written yet: use query().');
      return this.rows.createQueryBuilder();
    },
  };

  private async buffer(
    entity: unknown,
    criteria: unknown,
    write: {
      readonly keeps: (table: TableBuffer, which: Values) => boolean;
      readonly writes: () => Promise<unknown>;
    },
  ): Promise<void> {
    const table = this.tableOf(entity);
    if (isPlain(criteria as Values) && write.keeps(table, criteria as Values)) return;
    await table.flush(this.rows);
    await write.writes();
  }

  private async find(entity: unknown, criteria: unknown): Promise<object | null> {
    const table = this.tableOf(entity);
    const known = isPlain(criteria as Values) ? table.find(criteria as Values) : undefined;
    if (known !== undefined) return known === null ? null : Object.assign(new (entity as EntityClass)(), known);
    if (!isPlain(criteria as Values) || table.touches(criteria as Values)) await table.flush(this.rows);
    return this.rows.findOneBy(entity as EntityClass, criteria as Values);
  }

  private tableOf(entity: unknown): TableBuffer {
    const known = this.tables.get(entity as EntityClass);
    if (known !== undefined) return known;
    const table = new TableBuffer(this.rows.connection.getMetadata(entity as EntityClass));
    this.tables.set(entity as EntityClass, table);
    return table;
  }
}

const listed = (given: unknown): readonly Values[] =>
  Array.isArray(given) ? (given as readonly Values[]) : [given as Values];
