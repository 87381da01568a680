import { v7 } from 'uuid';
import type { Person } from './people.js';
import type { Player } from './player.js';

export const offerTo = async (
  player: Player,
  checkId: string,
  person: Person,
  capacity: 'researcher' | 'reviewer',
): Promise<string> => {
  const assignmentId = v7();
  await player.ana.does(
    `offers ${person.name} to be ${capacity}`,
    '/v1/checks/{checkId}/offer-assignment',
    { checkId },
    { assignmentId, memberId: player.memberOf(person).id, capacity },
  );
  return assignmentId;
};

export const acceptOffer = async (
  player: Player,
  checkId: string,
  person: Person,
  assignmentId: string,
): Promise<void> => {
  await player
    .memberOf(person)
    .does('accepts', '/v1/checks/{checkId}/accept-assignment', { checkId }, { assignmentId });
};
