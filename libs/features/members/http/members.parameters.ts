import { z } from 'zod';
import { ROLES } from '#kernel';
import { key, language, listQuery } from '#platform/http';
import { MEMBER_STATUSES } from '../domain/member.state.js';

/** The parameters of the list of members. */
export const membersQuery = listQuery.extend({
  role: z.enum(ROLES).optional(),
  status: z.enum(MEMBER_STATUSES).optional(),
  language: language.optional(),
  topic: key.optional(),
});
