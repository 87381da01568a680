import type { PolicyRules } from '#features/standards';
import { waiverUnknown } from './verdict.errors.js';
import type { Waiver } from './check.events.js';

export const isWaived = (rule: Waiver['rule'], waivers: readonly Waiver[]): boolean =>
  waivers.some((waiver) => waiver.rule === rule);

/** Each exception is of a kind that the policy allows for its rule. */
export const demandAllowed = (waivers: readonly Waiver[], allowed: PolicyRules['waivers']): void => {
  const unknown = waivers.find(({ rule, code }) => !allowed[rule].includes(code));
  if (unknown !== undefined) throw waiverUnknown(unknown.rule, unknown.code, allowed[unknown.rule]);
};
