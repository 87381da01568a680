export { prepareDatabase } from './prepare-database.js';
export { configFor, runProcess } from './run-process.js';
export type { Running } from './run-process.js';
