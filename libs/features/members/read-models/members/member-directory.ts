import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { ROLES } from '#kernel';
import type { Key, Language, Role } from '#kernel';
import { ReadModels } from '#platform/database';
import { ReadModelPosition } from '#platform/subscriptions';
import type { PositionAnswer } from '#platform/subscriptions';
import type { MemberStatus } from '../../domain/member.state.js';
import type { MemberLine } from './members.answer.js';
import { MemberRoleRow, MemberRow } from './members.table.js';

export type MemberFilters = {
  readonly role?: Role;
  readonly status?: MemberStatus;
  /** Among his skills. */
  readonly language?: Language;
  readonly topic?: Key;
  readonly limit: number;
};

/** Who works at a desk, as what, and with which skills. It may lag behind the members' streams. */
@Injectable()
export class MemberDirectory {
  constructor(
    private readonly readModels: ReadModels,
    private readonly positions: ReadModelPosition,
  ) {}

  /** From the one after this member on: one more than the limit, if there are more. */
  find(
    deskId: number,
    filters: MemberFilters,
    afterMember?: string,
  ): Promise<{ readonly lines: readonly MemberLine[]; readonly readAt: PositionAnswer }> {
    return this.readModels.in(deskId, async (rows) => {
      const readAt = await this.positions.positionOf(rows, 'members');
      const members = await membersMatching(rows, deskId, filters, afterMember);
      const roles = await rolesOf(rows, deskId, members);
      return { lines: members.map((row) => lineOf(row, roles)), readAt };
    });
  }
}

/** In the order of their ids, which is that of their invitations. */
const membersMatching = (
  rows: EntityManager,
  deskId: number,
  { role, status, language, topic, limit }: MemberFilters,
  afterMember: string | undefined,
): Promise<readonly MemberRow[]> => {
  const members = rows.createQueryBuilder(MemberRow, 'member').where('member.deskId = :deskId', { deskId });
  if (status !== undefined) members.andWhere('member.status = :status', { status });
  if (language !== undefined) members.andWhere('member.languages @> to_jsonb(:language::text)', { language });
  if (topic !== undefined) members.andWhere('member.topics @> to_jsonb(:topic::text)', { topic });
  if (role !== undefined) {
    const holders = members
      .subQuery()
      .select('1')
      .from(MemberRoleRow, 'held')
      .where('held.deskId = member.deskId AND held.memberId = member.memberId AND held.role = :role');
    members.andWhere(`EXISTS ${holders.getQuery()}`, { role });
  }
  if (afterMember !== undefined) members.andWhere('member.memberId > :afterMember', { afterMember });
  return members
    .orderBy('member.memberId')
    .limit(limit + 1)
    .getMany();
};

const rolesOf = async (
  rows: EntityManager,
  deskId: number,
  page: readonly MemberRow[],
): Promise<readonly MemberRoleRow[]> => {
  if (page.length === 0) return [];
  return rows
    .createQueryBuilder(MemberRoleRow, 'held')
    .where('held.deskId = :deskId AND held.memberId IN (:...ids)', {
      deskId,
      ids: page.map(({ memberId }) => memberId),
    })
    .getMany();
};

const lineOf = (
  { memberId, name, status, languages, topics }: MemberRow,
  held: readonly MemberRoleRow[],
): MemberLine => {
  const own = held.filter((one) => one.memberId === memberId).map(({ role }) => role);
  return {
    memberId,
    ...(name !== null && { name }),
    status,
    roles: ROLES.filter((role) => own.includes(role)),
    skills: { languages: [...languages], topics: [...topics] },
  };
};
