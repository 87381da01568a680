import { v7 } from 'uuid';
import { createDocketClient } from '#client';
import { MemberAtWork } from './member-at-work.js';
import { CAST, HAL } from './people.js';
import type { Person } from './people.js';
import { Player } from './player.js';
import type { SceneTime } from './scene-time.js';
import type { Teller } from './teller.js';

/** Where the desk is, who its first admin is, and how an operator makes the others their tokens. */
export type Stage = {
  readonly baseUrl: string;
  readonly adminId: string;
  readonly adminToken: string;
  readonly issueToken: (memberId: string) => Promise<string>;
  readonly time: SceneTime;
};

/** The people of the demo, each with his token. */
export type Gathered = { readonly player: Player; readonly tokens: ReadonlyMap<Person, string> };

/** Hal, the first admin, invites the others and grants them their roles; each takes up his membership himself. */
export const gatherCast = async (stage: Stage, teller: Teller): Promise<Gathered> => {
  teller.chapter('A desk and its people (all of them fiction)');
  const tokens = new Map<Person, string>([[HAL, stage.adminToken]]);
  const cast = new Map<Person, MemberAtWork>();
  const player = new Player(cast, teller, stage.time);
  const join = (person: Person, id: string, token: string): MemberAtWork => {
    const member = new MemberAtWork(person, id, createDocketClient({ baseUrl: stage.baseUrl, token }), player.tell);
    tokens.set(person, token);
    cast.set(person, member);
    return member;
  };
  const hal = join(HAL, stage.adminId, stage.adminToken);
  await hal.does('takes up his membership', '/v1/members/{memberId}/activate-member', { memberId: hal.id }, {});
  for (const person of CAST) {
    const id = v7();
    const invitation = { name: person.name, email: `${person.name.toLowerCase()}@desk.example` };
    await hal.client.send('/v1/members/{memberId}/invite-member', { memberId: id }, invitation);
    for (const role of person.roles)
      await hal.client.send('/v1/members/{memberId}/grant-role', { memberId: id }, { role });
    const member = join(person, id, await stage.issueToken(id));
    const what = `invited by Hal as ${person.roles.join(', ')}, takes up the membership`;
    await member.does(what, '/v1/members/{memberId}/activate-member', { memberId: id }, {});
  }
  return { player, tokens };
};
