import { createPool } from '#platform/database';
import { EventCatalogue, MemoryEventStore, PostgresEventStore } from '#platform/event-store';
import { freshDatabase } from '../support/database.js';
import { openDesk, sequence } from '../support/event-store.js';
import { keepsEachPromise } from './event-store-many.contract.js';
import { gauge, keepsItsPromises } from './event-store.contract.js';
import type { Subject } from './event-store.contract.js';

jest.setTimeout(60_000);

const catalogue = new EventCatalogue();
catalogue.add([gauge]);

const onPostgres = (login: 'api' | 'worker') => async (): Promise<Subject> => {
  const database = await freshDatabase();
  const deskId = await openDesk(database);
  const otherDeskId = await openDesk(database, 'other');
  const pool = createPool(database.urls[login], { max: 8, application: 'docket-test' });
  return {
    store: new PostgresEventStore({ appends: pool, reads: pool }, catalogue),
    deskId,
    otherDeskId,
    sequence: async () => {
      await sequence(pool, deskId);
      await sequence(pool, otherDeskId);
    },
    close: async () => {
      await pool.end();
      await database.drop();
    },
  };
};

const inMemory = async (): Promise<Subject> => ({
  store: new MemoryEventStore(catalogue),
  deskId: 1,
  otherDeskId: 2,
  sequence: () => Promise.resolve(),
  close: () => Promise.resolve(),
});

describe('the event store in memory', () => keepsItsPromises(inMemory));
describe('the event store on PostgreSQL, as the API', () => keepsItsPromises(onPostgres('api')));
describe('the event store on PostgreSQL, as the worker', () => keepsItsPromises(onPostgres('worker')));

describe('many commands, in memory', () => keepsEachPromise(inMemory));
describe('many commands on PostgreSQL, as the API', () => keepsEachPromise(onPostgres('api')));
describe('many commands on PostgreSQL, as the worker', () => keepsEachPromise(onPostgres('worker')));
