export type * from './domain/check.commands.js';
export type * from './domain/check.events.js';
export { NATURES, STAGES, STANCES, STRENGTHS } from './domain/check.state.js';
export type { CheckState, Nature, Stage, Stance, Strength } from './domain/check.state.js';
export { checkStream } from './domain/check.stream.js';
export { rulingsIn, visible } from './domain/visible.js';
export type { PartOf, Viewer, Visible } from './domain/visible.js';
