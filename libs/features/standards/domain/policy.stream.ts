import { defineStream } from '#kernel';
import { policyDecider } from './policy.decider.js';

export const policyStream = defineStream({ decider: policyDecider, upcasters: {} });
