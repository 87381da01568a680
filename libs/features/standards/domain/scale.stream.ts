import { defineStream } from '#kernel';
import { scaleDecider } from './scale.decider.js';

export const scaleStream = defineStream({ decider: scaleDecider, upcasters: {} });
