export { RehearsalClocks } from './rehearsal-clocks.js';
export type { RehearsalClock } from './rehearsal-clocks.js';
export { RehearsalHttpModule, RehearsalModule, RehearsalWorkerModule } from './rehearsal.module.js';
