export {
  CommandIdReused,
  LogHole,
  StoreBusy,
  StoreUnavailable,
  StreamClosed,
  VersionConflict,
  VersionMissing,
} from './errors.js';
export { EventCatalogue } from './event-catalogue.js';
export { EventStore, refTo } from './event-store.js';
export type {
  Addressed,
  Appending,
  Expected,
  Loaded,
  LogPage,
  Request,
  Settled,
  StreamRef,
  Write,
  Writes,
} from './event-store.js';
export { EventStoreModule } from './event-store.module.js';
export type { StoreConnections } from './event-store.module.js';
export type { Ask } from './judging.js';
export type { Done } from './many-decisions.js';
export { MemoryEventStore } from './memory-event-store.js';
export { EVENT_STORE_MIGRATIONS } from './migrations/index.js';
export type { Migration } from './migrations/index.js';
export { PostgresEventStore } from './postgres-event-store.js';
export { withPatience } from './patience.js';
export { Sequencer } from './sequencer.js';
export { recordedFrom } from './stored-event.js';
export type { StoredEvent } from './stored-event.js';
export { Streams } from './streams.js';
export { Together } from './together.js';
export { ToldStreams } from './told-streams.js';
export type { Sent } from './told-streams.js';
