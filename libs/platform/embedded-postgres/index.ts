export { startEmbeddedPostgres } from './embedded-postgres.js';
export type { EmbeddedPostgres, EmbeddedPostgresOptions } from './embedded-postgres.js';
export type { Login } from './logins.js';
export { openDatabase } from './open-database.js';
export type { OpenDatabase } from './open-database.js';
