import { defineStream } from '#kernel';
import { memberDecider } from './member.decider.js';

export const memberStream = defineStream({ decider: memberDecider, upcasters: {} });
