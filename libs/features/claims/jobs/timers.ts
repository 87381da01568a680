import { defineTimer } from '#kernel';
import { submissionStream } from '../domain/submission.stream.js';

export const missTriage = defineTimer('miss-triage', submissionStream, 'MarkTriageOverdue');
