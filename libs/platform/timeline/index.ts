export { timeline, timelineEntry } from './timeline.answer.js';
export type { Timeline, TimelineEntry } from './timeline.answer.js';
export { entriesMatching, entriesOf } from './timeline.entries.js';
export type { Seen } from './timeline.entries.js';
export { TimelineModule } from './timeline.module.js';
export { timelineParameters } from './timeline.parameters.js';
export { GetTimeline } from './timeline.query.js';
export { timelineOf } from './timeline.rights.js';
export type { Rights } from './timeline.rights.js';
