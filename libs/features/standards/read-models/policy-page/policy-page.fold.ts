import type { OfType, Recorded } from '#kernel';
import type { PolicyEvent, PolicyVersionDrafted } from '../../domain/policy.events.js';
import { checksOf } from '../../domain/checks-pinned.js';
import type { PinnedVersion } from '../../domain/checks-pinned.js';
import { differencesBetween } from '../differences.js';
import { actOf } from '../version-history.js';
import type { PolicyPage } from './policy-page.answer.js';

type Drafted = Recorded<PolicyVersionDrafted>;

/** The page of what has happened to it; `undefined`: there is no such policy. */
export const policyPageOf = (
  policyId: string,
  events: readonly Recorded<PolicyEvent>[],
  pinned: readonly PinnedVersion[] = [],
): PolicyPage | undefined => {
  const defined = events.find(isOf('PolicyDefined'));
  if (defined === undefined) return undefined;
  const drafts = events.filter(isOf('PolicyVersionDrafted'));
  const active = events.findLast(isOf('PolicyVersionActivated'))?.data.version;
  return {
    policyId,
    version: events.length,
    name: defined.data.name,
    ...(active !== undefined && { active }),
    versions: drafts.map((draft, place) => ({
      ...versionOf(draft, drafts[place - 1], events),
      checksPinned: checksOf(pinned, policyId, draft.data.version),
    })),
  };
};

const isOf =
  <Type extends PolicyEvent['type']>(type: Type) =>
  (event: Recorded<PolicyEvent>): event is Recorded<OfType<PolicyEvent, Type>> =>
    event.type === type;

const versionOf = (
  draft: Drafted,
  before: Drafted | undefined,
  events: readonly Recorded<PolicyEvent>[],
): Omit<PolicyPage['versions'][number], 'checksPinned'> => {
  const { version, note, rules } = draft.data;
  const activated = events.filter(isOf('PolicyVersionActivated')).find(({ data }) => data.version === version);
  return {
    version,
    note,
    drafted: actOf(draft),
    ...(activated !== undefined && { inForce: actOf(activated) }),
    differences: before === undefined ? [] : [...differencesBetween(before.data.rules, rules)],
    rules,
  };
};
