import { stateOf } from '#kernel';
import type { Actor, Role } from '#kernel';
import { by, specify } from '#kernel/testing';
import { DEFAULT_RULES, activePolicy } from '#features/standards';
import type { PolicyCommand, PolicyEvent, PolicyRules } from '#features/standards';
import { policyDecider } from './policy.decider.js';

const given = specify(policyDecider);

const member = (id: string, role: Role): Actor => ({ kind: 'member', id, roles: [role] });
const ana = member('ana', 'editor');
const eva = member('eva', 'approver');
const fay = member('fay', 'approver');
const hal = member('hal', 'admin');
const installer: Actor = { kind: 'service', id: 'service:installer', roles: [] };

const defined: PolicyEvent = { type: 'PolicyDefined', data: { name: 'Default' } };
const drafted = (draftedBy: string, version: number): PolicyEvent => ({
  type: 'PolicyVersionDrafted',
  data: { version, rules: DEFAULT_RULES, note: 'As built in.', draftedBy },
});
const activated = (version: number): PolicyEvent => ({ type: 'PolicyVersionActivated', data: { version } });
const activeOnce = [defined, drafted('service:installer', 1), activated(1)];

describe('defining a policy', () => {
  it('records its name', () => {
    given().when(define(eva)).thenEvents(defined);
    given().when(define(installer)).thenEvents(defined);
  });
  it('refuses who is no approver', () => {
    given().when(define(ana)).thenRefused('desk/role-missing');
    given().when(define(hal)).thenRefused('desk/role-missing');
  });
  it('refuses any other service', () => {
    given()
      .when(define({ ...installer, id: 'service:operator' }))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses a key that is taken', () => {
    given(defined).when(define(eva)).thenRefused('policy/exists');
  });
  it('stays quiet when the installer repeats it', () => {
    given(defined).when(define(installer)).thenNothing();
  });
});

describe('drafting a version of a policy', () => {
  it('numbers it in order', () => {
    given(defined).when(draft(installer)).thenEvents(drafted('service:installer', 1));
    given(...activeOnce)
      .when(draft(eva))
      .thenEvents(drafted('eva', 2));
  });
  it('refuses a second draft beside the first', () => {
    given(defined, drafted('eva', 1)).when(draft(fay)).thenRefused('policy/wrong-stage');
  });
  it('refuses the installer any other version than the first', () => {
    given(...activeOnce)
      .when(draft(installer))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses who is no approver, and a policy that is not there', () => {
    given(defined).when(draft(hal)).thenRefused('desk/role-missing');
    given().when(draft(eva)).thenRefused('policy/not-found');
  });
  it('refuses rules outside their bounds', () => {
    given(defined)
      .when(draft(eva, { ...DEFAULT_RULES, assignment: { maxOpen: 0 } }))
      .thenRefused('standards/policy-unknown');
  });
  it('stays quiet when the installer repeats it', () => {
    given(defined, drafted('service:installer', 1)).when(draft(installer)).thenNothing();
  });
});

describe('activating a version of a policy', () => {
  it('is done by another approver, an admin, or for version 1 the installer', () => {
    given(defined, drafted('eva', 1)).when(activate(fay)).thenEvents(activated(1));
    given(defined, drafted('eva', 1)).when(activate(hal)).thenEvents(activated(1));
    given(defined, drafted('service:installer', 1)).when(activate(installer)).thenEvents(activated(1));
  });
  it('refuses who drafted it', () => {
    given(defined, drafted('eva', 1)).when(activate(eva)).thenRefused('standards/own-draft');
  });
  it('refuses a version that was never drafted', () => {
    given(defined).when(activate(eva)).thenRefused('standards/version-unknown');
    given(defined, drafted('eva', 1)).when(activate(fay, 2)).thenRefused('standards/version-unknown');
  });
  it('refuses a version that is or was active', () => {
    given(...activeOnce)
      .when(activate(eva))
      .thenRefused('standards/version-published');
    given(...activeOnce, drafted('eva', 2), activated(2))
      .when(activate(eva))
      .thenRefused('standards/version-published');
  });
  it('refuses the installer any other version than the first', () => {
    given(...activeOnce, drafted('eva', 2))
      .when(activate(installer, 2))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses who is neither approver nor admin, and a policy that is not there', () => {
    given(defined, drafted('eva', 1)).when(activate(ana)).thenRefused('desk/role-missing');
    given().when(activate(eva)).thenRefused('policy/not-found');
  });
  it('stays quiet when the installer repeats it', () => {
    given(...activeOnce)
      .when(activate(installer))
      .thenNothing();
  });
});

describe('the active version of a policy', () => {
  it('is the one that was activated last, in full', () => {
    expect(active(...activeOnce)).toEqual({ policyId: 'default', version: 1, rules: DEFAULT_RULES });
    expect(active(...activeOnce, drafted('eva', 2))?.version).toBe(1);
    expect(active(...activeOnce, drafted('eva', 2), activated(2))?.version).toBe(2);
  });
  it('is none before one was, or where there is no such policy', () => {
    expect(active(defined, drafted('eva', 1))).toBeUndefined();
    expect(activePolicy('default', undefined)).toBeUndefined();
  });
});

function define(actor: Actor): PolicyCommand {
  return { type: 'DefinePolicy', data: { name: 'Default' }, ...by(actor) };
}

function draft(actor: Actor, rules: PolicyRules = DEFAULT_RULES): PolicyCommand {
  return { type: 'DraftPolicyVersion', data: { rules, note: 'As built in.' }, ...by(actor) };
}

function activate(actor: Actor, version = 1): PolicyCommand {
  return { type: 'ActivatePolicyVersion', data: { version }, ...by(actor) };
}

function active(...past: readonly PolicyEvent[]) {
  return activePolicy('default', stateOf(policyDecider, past));
}
