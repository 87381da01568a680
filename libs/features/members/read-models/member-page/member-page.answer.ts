import { z } from 'zod';
import { ROLES } from '#kernel';
import { MEMBER_STATUSES } from '../../domain/member.state.js';
import { skills } from '../members/members.answer.js';

const interest = z.strictObject({
  interestId: z.string(),
  partyKey: z.string(),
  since: z.string().optional(),
  note: z.string().optional().describe('For himself alone.'),
});

/** What is shown of one member: to himself all of it. */
export const memberPage = z
  .strictObject({
    memberId: z.string(),
    version: z.int().describe('Of the member’s stream.'),
    status: z.enum(MEMBER_STATUSES),
    active: z.boolean().describe('Who is not active may only become it.'),
    roles: z.array(z.enum(ROLES)),
    name: z.string().optional().describe('Absent once it was erased, like the e-mail address.'),
    email: z.string().optional().describe('For himself and for admins.'),
    skills,
    interests: z.array(interest).describe('Declared and not withdrawn: they bar from cases about these parties.'),
  })
  .meta({ id: 'MemberPage' });

export type MemberPage = z.infer<typeof memberPage>;
