import { Injectable } from '@nestjs/common';
import { stateOf } from '#kernel';
import type { AnyEvent, Recorded } from '#kernel';
import { Callers, TokenRows } from '#platform/sessions';
import type { Session } from '#platform/sessions';
import { memberDecider } from '../domain/member.decider.js';
import type { MemberEvent } from '../domain/member.events.js';

/** Whose token it is, with the roles that he holds at this moment: they stand in his stream and nowhere else. */
@Injectable()
export class MemberCallers extends Callers {
  constructor(private readonly tokens: TokenRows) {
    super();
  }

  async callerOf(tokenHash: Buffer): Promise<Session | undefined> {
    const owner = await this.tokens.ownerOf(tokenHash);
    if (owner === undefined) return undefined;
    const { deskId, rehearsal } = owner;
    if (owner.service !== undefined)
      return { deskId, rehearsal, actor: { kind: 'service', id: owner.service, roles: [] }, active: true };
    const { status, roles } = stateOf(memberDecider, owner.events.filter(isOfMember));
    return {
      deskId,
      rehearsal,
      actor: { kind: 'member', id: owner.memberId, roles },
      active: status === 'active',
    };
  }
}

const isOfMember = (event: Recorded<AnyEvent>): event is Recorded<MemberEvent> => event.type in memberDecider.evolve;
