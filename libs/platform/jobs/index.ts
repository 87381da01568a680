export { FinalFailure, JobHandler } from './job-handler.js';
export type { EnvelopeFor } from './job-handler.js';
export { HeldJobs } from './held-jobs.js';
export { JobQueues } from './job-queues.js';
export { JobStager, PostgresJobStager } from './job-stager.js';
export { FeatureJobsModule, JobsModule } from './jobs.module.js';
