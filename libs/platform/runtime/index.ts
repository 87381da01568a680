export { RuntimeModule } from './runtime.module.js';
export type { Parts } from './runtime.module.js';
