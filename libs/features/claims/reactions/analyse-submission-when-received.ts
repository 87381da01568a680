import { enqueue } from '#kernel';
import type { JobRequest, Reaction } from '#kernel';
import type { SubmissionEvent } from '../domain/submission.events.js';
import { analyseSubmission } from '../jobs/analyse-submission.job.js';

/** Each revision is a text of its own. */
export const analyseSubmissionWhenReceived: Reaction<SubmissionEvent> = {
  name: 'analyse-submission-when-received',
  on: {
    SubmissionRegistered: ({ id, data: { revision } }) => [analysisOf(id, revision)],
    SubmissionRevised: ({ id, data: { revision } }) => [analysisOf(id, revision)],
  },
};

const analysisOf = (submissionId: string, revision: number): JobRequest =>
  enqueue(analyseSubmission, { key: [submissionId, revision], payload: { submissionId, revision } });
