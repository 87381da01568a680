import type { Upcasters } from '#kernel';
import type { CheckEvent } from './check.events.js';

/** Every event is still in its first shape. */
export const checkUpcasters: Upcasters<CheckEvent> = {};
