import { DomainError } from '#kernel';
import type { Actor, DataOf, Details, Key } from '#kernel';
import type { ApproveVerdict, PublishVerdict } from './check.commands.js';
import type { Waiver } from './check.events.js';
import { rulesOf } from './check.state.js';
import type { CheckState } from './check.state.js';
import { openDraft } from './drafts.js';
import { APPROVAL, PUBLICATION } from './gate.items.js';
import type { GateItem, Guard } from './gate.items.js';
import { received } from './replies.js';
import { standsIn } from './stage.js';

type Signature = ApproveVerdict | PublishVerdict;

/** How one item stands, for whoever asks. */
export type Checked = {
  readonly item: GateItem;
  readonly asks: string;
  /** It is about who signs: for another it may come out otherwise. */
  readonly isPersonal: boolean;
} & (
  | { readonly isMet: true }
  | {
      readonly isMet: false;
      readonly code: string;
      readonly reason: string;
      readonly details: Details;
      /** The exception with which it would be passed, and the reasons that the policy accepts for it. */
      readonly waiver?: { readonly rule: Waiver['rule']; readonly codes: readonly Key[] };
    }
);

/** Everything that stands between a draft and its readers, before anybody presses a button. */
export type Gate = {
  readonly command: Signature['type'];
  readonly items: readonly Checked[];
  /** Nothing is in the way that no waiver would lift. */
  readonly isPossible: boolean;
};

/** Goes on only if nothing is in the way, and refuses with the first thing that is. */
export const pass = <Asked>(guards: readonly Guard<Asked>[], asked: Asked, state: CheckState): void => {
  for (const { demand } of guards) demand(asked, state);
};

/**
 * The whole checklist for this actor: of the approval that he would give, or, once it is approved, of the publication.
 * It asks the guards that decide, so what it says is what the command would meet. `undefined`: nothing is to be signed.
 */
export const gateOf = (state: CheckState, facts: Signature['facts'], actor: Actor): Gate | undefined => {
  if (standsIn(state, ['decided'])) {
    const asked = { data: approvalAtHand(state), facts, actor };
    return gate('ApproveVerdict', APPROVAL, asked, state);
  }
  if (!standsIn(state, ['approved'])) return undefined;
  return gate('PublishVerdict', PUBLICATION, { data: publicationAtHand(state), facts, actor }, state);
};

/** The approval of the draft at hand that considers every answer, with these exceptions. */
export const approvalAtHand = (
  state: CheckState,
  waivers: DataOf<ApproveVerdict>['waivers'] = [],
): DataOf<ApproveVerdict> => {
  const { versionNo = 0, draftNo = 0, contentHash = '' } = openDraft(state) ?? {};
  return { versionNo, draftNo, contentHash, consideredReplyIds: received(state), waivers };
};

/** The publication of what is approved. */
export const publicationAtHand = (state: CheckState): DataOf<PublishVerdict> => ({
  versionNo: openDraft(state)?.versionNo ?? 0,
});

/** Without these it is not passed. */
export const waiversNeeded = ({ items }: Gate): readonly NonNullable<(Checked & { isMet: false })['waiver']>[] =>
  items.flatMap((one) => (one.isMet || one.waiver === undefined ? [] : [one.waiver]));

const gate = <Asked>(
  command: Gate['command'],
  guards: readonly Guard<Asked>[],
  asked: Asked,
  state: CheckState,
): Gate => {
  const items = guards.map((guard) => checked(guard, asked, state));
  return { command, items, isPossible: items.every((one) => one.isMet || one.waiver !== undefined) };
};

const checked = <Asked>(guard: Guard<Asked>, asked: Asked, state: CheckState): Checked => {
  const { item, asks, isPersonal = false } = guard;
  try {
    guard.demand(asked, state);
    return { item, asks, isPersonal, isMet: true };
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const { code, message: reason, details } = error;
    const refused = { item, asks, isPersonal, isMet: false, code, reason, details } as const;
    const waiver = guard.waivedAs === undefined ? undefined : exceptionOf(guard.waivedAs, code, state);
    return waiver === undefined ? refused : { ...refused, waiver };
  }
};

/** Only what the rule itself refuses can be waived, and only for a reason that the policy knows. */
const exceptionOf = ({ rule, code }: NonNullable<Guard<never>['waivedAs']>, met: string, state: CheckState) => {
  const codes = rulesOf(state).waivers[rule];
  return met === code && codes.length > 0 ? { rule, codes } : undefined;
};
