import { stateOf } from '#kernel';
import type { Actor, Role } from '#kernel';
import { by, specify } from '#kernel/testing';
import { FIVE_STEP } from '#features/standards';
import type { Label, PinnedScale, ScaleCommand, ScaleEvent, ScaleKind } from '#features/standards';
import { scaleDecider } from './scale.decider.js';

const given = specify(scaleDecider);

describe('defining an external scale', () => {
  it('says whose ratings it reads', () => {
    given()
      .when(define('external', 'checks.example'))
      .thenEvents({
        type: 'ScaleDefined',
        data: { name: 'Theirs', kind: 'external', publisherHost: 'checks.example' },
      });
  });
  it('refuses one that does not say it', () => {
    given().when(define('external')).thenRefused('standards/host-mismatch');
  });
  it('refuses a scale of the desk’s own that does', () => {
    given().when(define('ordinal', 'checks.example')).thenRefused('standards/host-mismatch');
    given().when(define('text', 'checks.example')).thenRefused('standards/host-mismatch');
  });
  it('refuses a second one for the same publisher', () => {
    given()
      .when(define('external', 'checks.example', true))
      .thenRefused('standards/host-taken');
  });
});

describe('mapping a scale', () => {
  it('records it, as often as somebody says it', () => {
    given(...published)
      .when(map(eva))
      .thenEvents(mapped);
    given(...published, mapped)
      .when(map(eva))
      .thenEvents(mapped);
  });
  it('is possible while a draft waits, and for the installer', () => {
    given(...published, drafted(2))
      .when(map(installer))
      .thenEvents(mapped);
  });
  it('never touches a version', () => {
    expect(stateOf(scaleDecider, [...published, mapped])).toEqual(stateOf(scaleDecider, published));
  });
  it('refuses who is no approver, an admin too, and any other service', () => {
    given(...published)
      .when(map(member('ana', 'editor')))
      .thenRefused('desk/role-missing');
    given(...published)
      .when(map(member('hal', 'admin')))
      .thenRefused('desk/role-missing');
    given(...published)
      .when(map({ ...installer, id: 'service:operator' }))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses a scale that is not there', () => {
    given().when(map(eva)).thenRefused('scale/not-found');
  });
  it('refuses a version that is not there, or is a draft', () => {
    given(defined).when(map(eva)).thenRefused('standards/version-unknown');
    given(defined, drafted(1)).when(map(eva)).thenRefused('standards/version-unknown');
  });
  it('refuses a target that is not there', () => {
    given(...published)
      .when(map(eva, { target: undefined }))
      .thenRefused('standards/scale-unknown');
  });
  it('refuses labels that one of the two does not have', () => {
    given(...published)
      .when(map(eva, { pairs: [{ from: 'right', to: 'true' }] }))
      .thenRefused('standards/label-unknown');
    given(...published)
      .when(map(eva, { pairs: [{ from: 'wrong', to: 'absurd' }] }))
      .thenRefused('standards/label-unknown');
  });
  it('refuses a label that is mapped twice', () => {
    const pairs = [
      { from: 'wrong', to: 'false' },
      { from: 'wrong', to: 'mostly-false' },
    ];
    given(...published)
      .when(map(eva, { pairs }))
      .thenRefused('standards/label-mapped-twice');
  });
});

const member = (id: string, role: Role): Actor => ({ kind: 'member', id, roles: [role] });
const eva = member('eva', 'approver');
const installer: Actor = { kind: 'service', id: 'service:installer', roles: [] };

const LABELS: readonly Label[] = [
  { key: 'wrong', text: { en: 'Wrong' }, definition: { en: 'Found wrong.' }, findings: ['refuted'] },
];
const PAIRS = [{ from: 'wrong', to: 'false' }];
const FIVE: PinnedScale = { scaleId: 'five-step', version: 1, labels: FIVE_STEP.labels };

const defined: ScaleEvent = {
  type: 'ScaleDefined',
  data: { name: 'Theirs', kind: 'external', publisherHost: 'checks.example' },
};
const drafted = (version: number): ScaleEvent => ({
  type: 'ScaleVersionDrafted',
  data: { version, labels: LABELS, draftedBy: 'fay' },
});
const published: readonly ScaleEvent[] = [defined, drafted(1), { type: 'ScaleVersionPublished', data: { version: 1 } }];
const mapped: ScaleEvent = {
  type: 'ScaleMapped',
  data: { version: 1, toScaleId: 'five-step', toVersion: 1, map: PAIRS },
};

function define(kind: ScaleKind, publisherHost?: string, isHostTaken = false): ScaleCommand {
  const data = { name: 'Theirs', kind, ...(publisherHost !== undefined && { publisherHost }) };
  return { type: 'DefineScale', data, facts: { isHostTaken }, ...by(eva) };
}

type Mapping = { readonly target?: PinnedScale | undefined; readonly pairs?: typeof PAIRS };

function map(actor: Actor, { pairs = PAIRS, ...facts }: Mapping = {}): ScaleCommand {
  return {
    type: 'MapScale',
    data: { version: 1, toScaleId: 'five-step', toVersion: 1, map: pairs },
    facts: { target: FIVE, ...facts },
    ...by(actor),
  };
}
