export { EDITORIAL, OWN_EDITORIAL, ROLES, ROLES_FOR, demand, mayEver } from './access.js';
export type { Answer, By, Capacity, Permission, Role } from './access.js';
export { NotCanonical, canonicalJson, isReadable } from './canonical-json.js';
export { Clock } from './clock.js';
export { admit, can, decide, stateOf } from './decider.js';
export type { Absent, Decider, Decision, Phase, Rule } from './decider.js';
export { DomainError } from './errors.js';
export type { Details, ErrorKind } from './errors.js';
export { withFacts } from './facts.js';
export type { Asked, FactReaders } from './facts.js';
export { defineJob, defineTimer, enqueue, setTimer } from './jobs.js';
export type { Intent, JobDefinition, JobKey, JobRequest, PayloadOf, Retry, Timer } from './jobs.js';
export type {
  Actor,
  AnyCommand,
  AnyEvent,
  DataOf,
  DomainCommand,
  DomainEvent,
  Envelope,
  OfType,
  Receipt,
  Recorded,
} from './messages.js';
export { permissionsFor } from './permissions.js';
export { jobsFor } from './reaction.js';
export type { JobData, Reaction, StagedJob } from './reaction.js';
export { sha256 } from './sha256.js';
export { defineStream, schemaVersionOf, upcast } from './stream.js';
export type { AnyStream, Stream, Upcasters } from './stream.js';
export type { Day, Duration, FuzzyDate, Instant, Key, Language, Party, Span, Url } from './values.js';
