import { z } from 'zod';
import { ROLES } from '#kernel';
import type { DataOf } from '#kernel';
import { day, email, id, key, reason, text } from '#platform/http';
import type {
  ActivateMember,
  DeclareInterest,
  GrantRole,
  InviteMember,
  WithdrawInterest,
} from '../domain/member.commands.js';

// Form only. What depends on history is the decider's.

export const inviteMemberBody = z
  .strictObject({ name: text(200), email })
  .meta({ id: 'InviteMember' }) satisfies z.ZodType<DataOf<InviteMember>>;

export const activateMemberBody = z.strictObject({}).meta({ id: 'ActivateMember' }) satisfies z.ZodType<
  DataOf<ActivateMember>
>;

export const grantRoleBody = z
  .strictObject({ role: z.enum(ROLES).describe('`admin` and `auditor` each stand alone.') })
  .meta({ id: 'GrantRole' }) satisfies z.ZodType<DataOf<GrantRole>>;

export const declareInterestBody = z
  .strictObject({
    interestId: id,
    partyKey: key.describe('Of the person or organisation: cases about it are closed to him.'),
    since: day.optional(),
    note: text(500).describe('Which interest it is.'),
  })
  .meta({ id: 'DeclareInterest' }) satisfies z.ZodType<DataOf<DeclareInterest>>;

export const withdrawInterestBody = z
  .strictObject({ interestId: id, reason })
  .meta({ id: 'WithdrawInterest' }) satisfies z.ZodType<DataOf<WithdrawInterest>>;
