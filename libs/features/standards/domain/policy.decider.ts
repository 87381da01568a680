import type { Decider } from '#kernel';
import { fieldOutOfBounds } from './policy.bounds.js';
import type { PolicyCommand } from './policy.commands.js';
import type { PolicyEvent } from './policy.events.js';
import type { PolicyRules } from './policy.js';
import type { PolicyState } from './policy.state.js';
import { policyUnknown } from './standards.errors.js';
import { draftOf, isRepeated, keepFromDrafter, nextVersion, placeOf, withDraft, withInForce } from './versions.js';
import type { StandardPlace } from './versions.js';

export const policyDecider: Decider<PolicyState, StandardPlace, PolicyCommand, PolicyEvent> = {
  category: 'policy',
  initialState: { isDefined: false, versions: [] },
  placeOf: ({ isDefined, versions }) => (isDefined ? placeOf(versions) : 'absent'),

  rules: {
    DefinePolicy: {
      by: ['approver', 'service:installer'],
      from: ['absent'],
      decide: ({ data }) => [{ type: 'PolicyDefined', data }],
    },

    DraftPolicyVersion: {
      by: ['approver', 'service:installer'],
      from: ['defined', 'in_force'],
      decide: ({ data, actor }, { versions }) => {
        const version = nextVersion(versions, actor);
        keepWithinBounds(data.rules);
        return [{ type: 'PolicyVersionDrafted', data: { version, ...data, draftedBy: actor.id } }];
      },
    },

    ActivatePolicyVersion: {
      by: ['approver', 'admin', 'service:installer'],
      from: ['defined', 'drafted', 'in_force'],
      unless: ({ data, actor }, { versions }) => isRepeated(versions, data.version, actor),
      decide: ({ data: { version }, actor }, { versions }) => {
        keepFromDrafter(draftOf(versions, version, actor), actor);
        return [{ type: 'PolicyVersionActivated', data: { version } }];
      },
    },
  },

  evolve: {
    PolicyDefined: (state) => ({ ...state, isDefined: true }),
    PolicyVersionDrafted: (state, { data: { rules, ...drafted } }) => ({
      ...state,
      versions: withDraft(state.versions, drafted, rules),
    }),
    PolicyVersionActivated: (state, { data: { version } }) => ({
      ...state,
      versions: withInForce(state.versions, version),
    }),
  },
};

const keepWithinBounds = (rules: PolicyRules): void => {
  const field = fieldOutOfBounds(rules);
  if (field !== undefined) throw policyUnknown(field);
};
