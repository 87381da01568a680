import { permissionsFor } from '#kernel';
import type { Permission } from '#kernel';
import { checkDecider } from '../../domain/check.decider.js';
import { attemptsOf } from './attempts.js';
import type { Asked } from './attempts.js';

/**
 * For each command what it would meet if this actor sent it now: by the rules themselves, from the state and from what
 * decisions know of him. No rule tells what is sealed.
 */
export const permissionsOf = (asked: Asked): Readonly<Record<string, Permission>> =>
  permissionsFor(checkDecider, asked.state, asked.actor, attemptsOf(asked));
