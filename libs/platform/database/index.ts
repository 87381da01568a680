export { checkDatabase } from './check-database.js';
export { createPool } from './connections.js';
export type { PoolOptions } from './connections.js';
export { DatabaseModule, WORKER_DATABASE, openReadModels } from './database.module.js';
export type { Part } from './database.module.js';
export { migrate, schemaHash } from './migrate.js';
export { ReadModels } from './read-models.js';
export { SnakeCase } from './snake-case.js';
export { storeConnections } from './store-connections.js';
