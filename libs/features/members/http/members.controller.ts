import { Body, Controller, Param, Query } from '@nestjs/common';
import { CommandBus, QueryBus } from '@nestjs/cqrs';
import { ApiOperation } from '@nestjs/swagger';
import type { z } from 'zod';
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
  ChangeProfile,
  DeclareInterest,
  EraseProfile,
  GrantRole,
  InviteMember,
  RecordDeparture,
  ReinstateMember,
  RevokeRole,
  SetSkills,
  SuspendMember,
  WithdrawInterest,
} from '../domain/member.commands.js';
import { memberPage } from '../read-models/member-page/member-page.answer.js';
import type { MemberPage } from '../read-models/member-page/member-page.answer.js';
import { GetMember } from '../read-models/member-page/member-page.query.js';
import { memberList } from '../read-models/members/members.answer.js';
import type { MemberList } from '../read-models/members/members.answer.js';
import { GetMembers } from '../read-models/members/members.query.js';
import {
  activateMemberBody,
  changeProfileBody,
  declareInterestBody,
  eraseProfileBody,
  grantRoleBody,
  inviteMemberBody,
  recordDepartureBody,
  reinstateMemberBody,
  revokeRoleBody,
  setSkillsBody,
  suspendMemberBody,
  withdrawInterestBody,
} from './members.bodies.js';
import { membersQuery } from './members.parameters.js';

const memberId = { schema: uuid };
const newMemberId = { schema: newId };

@Controller('members')
export class MembersController {
  constructor(
    private readonly commands: CommandBus,
    private readonly queries: QueryBus,
  ) {}

  @QueryRoute('me', { answer: memberPage })
  @ApiOperation({
    summary: 'GetMember: oneself',
    description: 'For: every member, also before he is active. His roles and interests, and whether he may act.',
  })
  @OpenToInvited()
  ownPage(@Viewer() viewer: Session): Promise<MemberPage> {
    return this.queries.execute(new GetMember(viewer, viewer.actor.id));
  }

  @QueryRoute('', { answer: memberList, reads: 'members' })
  @ApiOperation({ summary: 'GetMembers', description: 'For: editors, approvers, admins. In the order of invitation.' })
  members(
    @Viewer() viewer: Session,
    @Query({ schema: membersQuery }) filters: z.infer<typeof membersQuery>,
  ): Promise<MemberList> {
    return this.queries.execute(new GetMembers(viewer, filters));
  }

  @QueryRoute(':memberId', { answer: memberPage })
  @ApiOperation({ summary: 'GetMember', description: 'For: editors, approvers, admins, and himself.' })
  member(@Viewer() viewer: Session, @Param('memberId', memberId) id: string): Promise<MemberPage> {
    return this.queries.execute(new GetMember(viewer, id));
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

  /** Gives one’s own name and address anew, from the invitation on. */
  @CommandRoute(':memberId/change-profile')
  @OpenToInvited()
  changeProfile(
    @Param('memberId', memberId) id: string,
    @Body({ schema: changeProfileBody }) data: DataOf<ChangeProfile>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeMember({ type: 'ChangeProfile', id, data, ...envelope }, expectedVersion));
  }

  /** Says in which languages one works, and what one knows about. */
  @CommandRoute(':memberId/set-skills')
  setSkills(
    @Param('memberId', memberId) id: string,
    @Body({ schema: setSkillsBody }) data: DataOf<SetSkills>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeMember({ type: 'SetSkills', id, data, ...envelope }, expectedVersion));
  }

  /** Erases the names and addresses of a member for good; what he did stays. For admins. */
  @CommandRoute(':memberId/erase-profile')
  eraseProfile(
    @Param('memberId', memberId) id: string,
    @Body({ schema: eraseProfileBody }) data: DataOf<EraseProfile>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeMember({ type: 'EraseProfile', id, data, ...envelope }, expectedVersion));
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

  /** Takes a role from another member, from his next request on. For admins. */
  @CommandRoute(':memberId/revoke-role')
  revokeRole(
    @Param('memberId', memberId) id: string,
    @Body({ schema: revokeRoleBody }) data: DataOf<RevokeRole>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeMember({ type: 'RevokeRole', id, data, ...envelope }, expectedVersion));
  }

  /** Lets a member do nothing until he is reinstated. For admins. */
  @CommandRoute(':memberId/suspend-member')
  suspendMember(
    @Param('memberId', memberId) id: string,
    @Body({ schema: suspendMemberBody }) data: DataOf<SuspendMember>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeMember({ type: 'SuspendMember', id, data, ...envelope }, expectedVersion));
  }

  /** Lets a suspended member work again. For admins. */
  @CommandRoute(':memberId/reinstate-member')
  reinstateMember(
    @Param('memberId', memberId) id: string,
    @Body({ schema: reinstateMemberBody }) data: DataOf<ReinstateMember>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeMember({ type: 'ReinstateMember', id, data, ...envelope }, expectedVersion));
  }

  /** Records that a member has left the desk, for good. For admins. */
  @CommandRoute(':memberId/record-departure')
  recordDeparture(
    @Param('memberId', memberId) id: string,
    @Body({ schema: recordDepartureBody }) data: DataOf<RecordDeparture>,
    @CommandEnvelope() envelope: Envelope,
    @IfMatch() expectedVersion?: number,
  ): Promise<Receipt> {
    return this.commands.execute(new ChangeMember({ type: 'RecordDeparture', id, data, ...envelope }, expectedVersion));
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
