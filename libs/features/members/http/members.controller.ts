import { Body, Controller, Param } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import type { DataOf, Envelope, Receipt } from '#kernel';
import {
  CommandEnvelope,
  CommandRoute,
  IfMatch,
  OpenToInvited,
  QueryRoute,
  Viewer,
  id as newId,
  uuid,
} from '#platform/http';
import type { Session } from '#platform/http';
import { ChangeMember } from '../commands/change-member.js';
import type {
  ActivateMember,
  DeclareInterest,
  GrantRole,
  InviteMember,
  WithdrawInterest,
} from '../domain/member.commands.js';
import { memberPage } from '../read-models/member-page/member-page.answer.js';
import type { MemberPage } from '../read-models/member-page/member-page.answer.js';
import { GetOwnPage } from '../read-models/member-page/member-page.query.js';
import {
  activateMemberBody,
  declareInterestBody,
  grantRoleBody,
  inviteMemberBody,
  withdrawInterestBody,
} from './members.bodies.js';

const memberId = { schema: uuid };
const newMemberId = { schema: newId };

@Controller('members')
export class MembersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  /** Oneself: roles, interests, and whether one may act. For every member, also before he is active. */
  @QueryRoute('me', { answer: memberPage })
  @OpenToInvited()
  ownPage(@Viewer() viewer: Session): Promise<MemberPage> {
    return this.queries.execute(new GetOwnPage(viewer));
  }

  /** Invites somebody to the desk, under the id that he will have. For admins. */
  @CommandRoute(':memberId/invite-member', { creates: true })
  inviteMember(
    @Param('memberId', newMemberId) id: string,
    @Body({ schema: inviteMemberBody }) data: DataOf<InviteMember>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeMember({ type: 'InviteMember', id, data, ...envelope }, expectedVersion));
  }

  /** Takes up one’s own invitation. */
  @CommandRoute(':memberId/activate-member')
  @OpenToInvited()
  activateMember(
    @Param('memberId', memberId) id: string,
    @Body({ schema: activateMemberBody }) data: DataOf<ActivateMember>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeMember({ type: 'ActivateMember', id, data, ...envelope }, expectedVersion));
  }

  /** Gives another member a role. For admins. */
  @CommandRoute(':memberId/grant-role')
  grantRole(
    @Param('memberId', memberId) id: string,
    @Body({ schema: grantRoleBody }) data: DataOf<GrantRole>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeMember({ type: 'GrantRole', id, data, ...envelope }, expectedVersion));
  }

  /** Says that one has an interest in a person or organisation, and so takes no part in cases about it. */
  @CommandRoute(':memberId/declare-interest')
  declareInterest(
    @Param('memberId', memberId) id: string,
    @Body({ schema: declareInterestBody }) data: DataOf<DeclareInterest>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeMember({ type: 'DeclareInterest', id, data, ...envelope }, expectedVersion));
  }

  /** Says that an interest of one’s own is over. */
  @CommandRoute(':memberId/withdraw-interest')
  withdrawInterest(
    @Param('memberId', memberId) id: string,
    @Body({ schema: withdrawInterestBody }) data: DataOf<WithdrawInterest>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(
      new ChangeMember({ type: 'WithdrawInterest', id, data, ...envelope }, expectedVersion),
    );
  }
}
