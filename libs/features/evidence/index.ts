export type * from './domain/evidence.commands.js';
export type * from './domain/evidence.events.js';
export { evidenceFactsOf } from './domain/evidence.facts.js';
export type { EvidenceFacts } from './domain/evidence.facts.js';
export { EVIDENCE_KINDS } from './domain/evidence.state.js';
export type { Capture, EvidenceKind, EvidenceState, GivenFile } from './domain/evidence.state.js';
export { EVIDENCE_STATUSES } from './domain/evidence.status.js';
export type { EvidenceStatus } from './domain/evidence.status.js';
export { evidenceStream } from './domain/evidence.stream.js';
