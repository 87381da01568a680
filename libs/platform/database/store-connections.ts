import type { Config } from '#platform/config';
import type { StoreConnections } from '#platform/event-store';
import { createPool } from './connections.js';
import type { Part } from './database.module.js';

const APPENDS = 2;
const READS = 8;

/** The event store of a process that runs these parts. It appends as the API where that is among them. */
export const storeConnections = ({ database }: Config, parts: readonly Part[]): StoreConnections => {
  const tendsAllDesks = parts.includes('worker');
  const store = parts.includes('api') ? database.api : database.worker;
  return {
    appends: createPool(store, { max: APPENDS, application: 'docket-appends' }),
    reads: createPool(store, { max: READS, application: 'docket-streams' }),
    sequencer: createPool(tendsAllDesks ? database.worker : database.api, {
      max: 1,
      application: 'docket-sequencer',
    }),
    tendsAllDesks,
  };
};
