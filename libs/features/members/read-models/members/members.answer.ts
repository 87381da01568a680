import { z } from 'zod';
import { ROLES } from '#kernel';
import { listOf } from '#platform/http';
import { MEMBER_STATUSES } from '../../domain/member.state.js';

/** What he says that he can do. */
export const skills = z.strictObject({ languages: z.array(z.string()), topics: z.array(z.string()) });

/** One line of the list of members. */
export const memberLine = z
  .strictObject({
    memberId: z.string(),
    name: z.string().optional().describe('Absent once it was erased.'),
    status: z.enum(MEMBER_STATUSES),
    roles: z.array(z.enum(ROLES)),
    skills,
  })
  .meta({ id: 'MemberLine' });

export const memberList = listOf(memberLine).meta({ id: 'MemberList' });

export type MemberLine = z.infer<typeof memberLine>;
export type MemberList = z.infer<typeof memberList>;
