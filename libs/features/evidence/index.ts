export type { EvidenceFacts, EvidenceStatus } from './domain/evidence.facts.js';
