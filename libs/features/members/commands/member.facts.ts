import { Injectable } from '@nestjs/common';
import type { AnyEvent, Envelope, FactReaders } from '#kernel';
import { EventStore } from '#platform/event-store';
import type { MemberCommand } from '../domain/member.commands.js';
import type { MemberState } from '../domain/member.state.js';

const PAGE = 500;

/** What decisions about a member need to know from elsewhere. */
@Injectable()
export class MemberFactReaders {
  constructor(private readonly store: EventStore) {}

  readonly readers: FactReaders<MemberState, MemberCommand> = {
    InviteMember: async (command) => ({ deskHasAdmin: await this.hasAdmin(command) }),
    GrantRole: async (command) => ({ deskHasAdmin: await this.hasAdmin(command) }),
  };

  /** An admin who asks is proof enough. The installer asks at a desk whose log is still short, so it is looked through. */
  private async hasAdmin({ actor, deskId }: Pick<Envelope, 'actor' | 'deskId'>): Promise<boolean> {
    if (actor.kind === 'member') return true;
    for (let from = 0; ;) {
      const { events, next } = await this.store.readLog(deskId, from, PAGE, ['RoleGranted']);
      if (events.some(makesAdmin)) return true;
      if (next < from + PAGE) return false;
      from = next;
    }
  }
}

const makesAdmin = ({ data }: AnyEvent): boolean =>
  typeof data === 'object' && data !== null && 'role' in data && data.role === 'admin';
