import type { Actor } from '#kernel';
import { factsOf } from './people.js';
import { claim, e1, e2, fiveStep } from './world.js';

/** What decisions know from elsewhere of the acceptance scenario, for whoever asks. */
export const around = (actor: Actor) => ({
  claim,
  member: factsOf(actor),
  evidence: [e1, e2],
  reviewers: [],
  scale: fiveStep,
});
