export type * from './domain/check.commands.js';
export type * from './domain/check.events.js';
export { NATURES, REPLY_PURPOSES, STAGES, STANCES, STRENGTHS } from './domain/check.state.js';
export type { CheckState, Nature, Stage, Stance, Strength } from './domain/check.state.js';
export { checkStream } from './domain/check.stream.js';
export { evidenceEverLinked, linksHiddenFrom, NO_HIDDEN_LINKS } from './domain/hidden-links.js';
export type { HiddenLinks } from './domain/hidden-links.js';
export { rulingsIn, visible } from './domain/visible.js';
export type { PartOf, Viewer, Visible } from './domain/visible.js';
