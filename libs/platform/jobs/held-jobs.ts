import type { EntityManager } from 'typeorm';
import type { StagedJob } from '#kernel';

/** Jobs of desks whose time is not the machine's. They wait here, and are given to their queues when their time has come. */
export abstract class HeldJobs {
  /** Whether the jobs of this desk are held. */
  abstract holds(deskId: number): Promise<boolean>;

  /** They are held exactly if this transaction commits. Holding a job twice is holding it once. */
  abstract hold(transaction: EntityManager, jobs: readonly StagedJob[]): Promise<void>;
}
