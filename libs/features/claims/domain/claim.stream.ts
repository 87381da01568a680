import { defineStream } from '#kernel';
import { claimDecider } from './claim.decider.js';

export const claimStream = defineStream({ decider: claimDecider, upcasters: {} });
