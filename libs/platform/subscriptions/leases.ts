import { randomUUID } from 'node:crypto';
import { hostname } from 'node:os';
import type { DataSource, EntityManager } from 'typeorm';

/** A place in the log of a desk that is one process's to move. Each change of hands raises the epoch. */
export type Lease = { readonly epoch: string; readonly position: number };

/** The rows of `event_store.subscription`. Only the database's clock counts, and its epoch is the fence. */
export class Leases {
  /** Nobody else, and no process before this one. */
  private readonly owner = `${hostname()}/${process.pid}/${randomUUID()}`;

  constructor(
    private readonly database: DataSource,
    readonly leaseMs: number,
  ) {}

  /** Begins each of these subscriptions at every desk where it has not begun. */
  async begin(names: readonly string[]): Promise<void> {
    await this.database.query(
      `INSERT INTO event_store.subscription (desk_id, name)
       SELECT h.desk_id, n.name FROM event_store.log_head h CROSS JOIN unnest($1::text[]) AS n(name)
       ON CONFLICT DO NOTHING`,
      [names],
    );
  }

  /** Takes it or keeps it; nothing if another process has it. */
  async take(deskId: number, name: string): Promise<Lease | undefined> {
    const [row] = await this.database.query<readonly LeaseRow[]>(
      'SELECT epoch, position FROM event_store.take_lease($1, $2, 0, $3, $4::interval)',
      [deskId, name, this.owner, this.ttl],
    );
    if (row === undefined || row.epoch === null) return undefined;
    return { epoch: row.epoch, position: Number(row.position) };
  }

  /** The last statement of a transaction: it fails with DK004 if the lease, or the place, was lost. */
  async advance(
    transaction: EntityManager,
    { deskId, name }: { readonly deskId: number; readonly name: string },
    { epoch, position }: Lease,
    to: number,
  ): Promise<void> {
    await transaction.query('SELECT event_store.advance($1, $2, 0, $3, $4, $5, $6::interval)', [
      deskId,
      name,
      epoch,
      position,
      to,
      this.ttl,
    ]);
  }

  /** Lets go of all that this process has, so that the next one need not wait. */
  async release(): Promise<void> {
    await this.database.query(`UPDATE event_store.subscription SET lease_until = '-infinity' WHERE owner = $1`, [
      this.owner,
    ]);
  }

  private get ttl(): string {
    return `${this.leaseMs} milliseconds`;
  }
}

type LeaseRow = { readonly epoch: string | null; readonly position: string | null };
