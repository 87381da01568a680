import { defineStream } from '#kernel';
import { submissionDecider } from './submission.decider.js';

export const submissionStream = defineStream({ decider: submissionDecider, upcasters: {} });
