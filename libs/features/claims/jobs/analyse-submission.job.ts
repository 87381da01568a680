import { defineJob } from '#kernel';

export const analyseSubmission = defineJob<{
  readonly submissionId: string;
  readonly revision: number;
}>({ queue: 'text', name: 'analyse-submission', retry: 'timer' });
