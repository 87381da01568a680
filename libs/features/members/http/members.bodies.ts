import { z } from 'zod';
import { ROLES } from '#kernel';
import type { DataOf } from '#kernel';
import { day, email, id, key, language, reason, text } from '#platform/http';
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

// Form only. What depends on history is the decider's.

const profile = { name: text(200), email };
const MOST_SKILLS = 100;

export const inviteMemberBody = z.strictObject(profile).meta({ id: 'InviteMember' }) satisfies z.ZodType<
  DataOf<InviteMember>
>;

export const activateMemberBody = z.strictObject({}).meta({ id: 'ActivateMember' }) satisfies z.ZodType<
  DataOf<ActivateMember>
>;

export const changeProfileBody = z.strictObject(profile).meta({ id: 'ChangeProfile' }) satisfies z.ZodType<
  DataOf<ChangeProfile>
>;

export const setSkillsBody = z
  .strictObject({
    languages: z.array(language).max(MOST_SKILLS).describe('In which he can work.'),
    topics: z.array(key).max(MOST_SKILLS).describe('That he knows about.'),
  })
  .meta({ id: 'SetSkills' }) satisfies z.ZodType<DataOf<SetSkills>>;

export const eraseProfileBody = z
  .strictObject({ ground: text(200).describe('Why it is erased. It stays, so it names nobody.') })
  .meta({ id: 'EraseProfile' }) satisfies z.ZodType<DataOf<EraseProfile>>;

export const grantRoleBody = z
  .strictObject({ role: z.enum(ROLES).describe('`admin` and `auditor` each stand alone.') })
  .meta({ id: 'GrantRole' }) satisfies z.ZodType<DataOf<GrantRole>>;

export const revokeRoleBody = z
  .strictObject({ role: z.enum(ROLES), reason })
  .meta({ id: 'RevokeRole' }) satisfies z.ZodType<DataOf<RevokeRole>>;

export const suspendMemberBody = z.strictObject({ reason }).meta({ id: 'SuspendMember' }) satisfies z.ZodType<
  DataOf<SuspendMember>
>;

export const reinstateMemberBody = z.strictObject({ reason }).meta({ id: 'ReinstateMember' }) satisfies z.ZodType<
  DataOf<ReinstateMember>
>;

export const recordDepartureBody = z.strictObject({}).meta({ id: 'RecordDeparture' }) satisfies z.ZodType<
  DataOf<RecordDeparture>
>;

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
