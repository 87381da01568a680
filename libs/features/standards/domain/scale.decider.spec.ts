import { stateOf } from '#kernel';
import type { Actor, Role } from '#kernel';
import { by, specify } from '#kernel/testing';
import { FINDINGS, FIVE_STEP, publishedScale } from '#features/standards';
import type { Label, ScaleCommand, ScaleEvent, ScaleKind } from '#features/standards';
import { scaleDecider } from './scale.decider.js';

const given = specify(scaleDecider);

const LABELS: readonly Label[] = FIVE_STEP.labels;

const member = (id: string, role: Role): Actor => ({ kind: 'member', id, roles: [role] });
const ana = member('ana', 'editor');
const eva = member('eva', 'approver');
const fay = member('fay', 'approver');
const hal = member('hal', 'admin');
const installer: Actor = { kind: 'service', id: 'service:installer', roles: [] };

const defined = (kind: ScaleKind = 'ordinal'): ScaleEvent => ({
  type: 'ScaleDefined',
  data: { name: 'Five steps', kind },
});
const drafted = (draftedBy: string, version: number, labels = LABELS): ScaleEvent => ({
  type: 'ScaleVersionDrafted',
  data: { version, labels, draftedBy },
});
const published = (version: number): ScaleEvent => ({ type: 'ScaleVersionPublished', data: { version } });
const publishedOnce = [defined(), drafted('service:installer', 1), published(1)];
const label = (key: string, value?: number): Label => ({
  key,
  text: { en: key },
  definition: { en: key },
  findings: ['mixed'],
  value,
});

describe('defining a scale', () => {
  it('records its name and kind', () => {
    given().when(define(eva)).thenEvents(defined());
    given().when(define(installer)).thenEvents(defined());
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
    given(defined()).when(define(eva)).thenRefused('scale/exists');
  });
  it('stays quiet when the installer repeats it', () => {
    given(defined()).when(define(installer)).thenNothing();
  });
});

describe('drafting a version of a scale', () => {
  it('numbers it in order', () => {
    given(defined()).when(draft(installer)).thenEvents(drafted('service:installer', 1));
    given(...publishedOnce)
      .when(draft(eva))
      .thenEvents(drafted('eva', 2));
  });
  it('refuses a second draft beside the first', () => {
    given(defined(), drafted('eva', 1)).when(draft(fay)).thenRefused('scale/wrong-stage');
  });
  it('refuses the installer any other version than the first', () => {
    given(...publishedOnce)
      .when(draft(installer))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses who is no approver, and a scale that is not there', () => {
    given(defined()).when(draft(hal)).thenRefused('desk/role-missing');
    given().when(draft(eva)).thenRefused('scale/not-found');
  });
  it('refuses labels that could not be published', () => {
    given(defined())
      .when(draft(eva, LABELS.slice(1)))
      .thenRefused('standards/finding-uncovered');
  });
  it('stays quiet when the installer repeats it', () => {
    given(defined(), drafted('service:installer', 1)).when(draft(installer)).thenNothing();
  });
});

describe('publishing a version of a scale', () => {
  it('is done by another approver, an admin, or for version 1 the installer', () => {
    given(defined(), drafted('eva', 1)).when(publish(fay)).thenEvents(published(1));
    given(defined(), drafted('eva', 1)).when(publish(hal)).thenEvents(published(1));
    given(defined(), drafted('service:installer', 1)).when(publish(installer)).thenEvents(published(1));
  });
  it('refuses who drafted it', () => {
    given(defined(), drafted('eva', 1)).when(publish(eva)).thenRefused('standards/own-draft');
  });
  it('refuses a version that was never drafted', () => {
    given(defined()).when(publish(eva)).thenRefused('standards/version-unknown');
    given(defined(), drafted('eva', 1)).when(publish(fay, 2)).thenRefused('standards/version-unknown');
  });
  it('refuses a version that is published', () => {
    given(...publishedOnce)
      .when(publish(eva))
      .thenRefused('standards/version-published');
    given(...publishedOnce, drafted('eva', 2))
      .when(publish(eva))
      .thenRefused('standards/version-published');
  });
  it('refuses the installer any other version than the first', () => {
    given(...publishedOnce, drafted('eva', 2))
      .when(publish(installer, 2))
      .thenRefused('desk/service-forbidden');
  });
  it('refuses who is neither approver nor admin, and a scale that is not there', () => {
    given(defined(), drafted('eva', 1)).when(publish(ana)).thenRefused('desk/role-missing');
    given().when(publish(eva)).thenRefused('scale/not-found');
  });
  it('stays quiet when the installer repeats it', () => {
    given(...publishedOnce)
      .when(publish(installer))
      .thenNothing();
  });
});

describe('the labels of a version', () => {
  const [first = label('x')] = LABELS;

  it('have different keys', () => {
    publishing([...LABELS, { ...first, value: undefined }]).thenRefused('standards/keys-unknown');
  });
  it.each(FINDINGS)('stand for %s', (finding) => {
    const without = LABELS.filter(({ findings }) => !findings.includes(finding));
    publishing(without).thenRefused('standards/finding-uncovered');
  });
  it('need not stand for every finding on an external scale', () => {
    publishing([first], 'external').thenEvents(published(1));
  });
  it.each([0, -1, 1.5, Number.NaN, 2 ** 53])('have no value %d', (value) => {
    publishing([...LABELS, label('x', value)]).thenRefused('standards/values-unknown');
  });
  it('have different values', () => {
    publishing([...LABELS, label('x', 5)]).thenRefused('standards/values-unknown');
  });
  it('are asked first for keys, then for findings, then for values, then for who drafted them', () => {
    publishing([first, first], 'ordinal', eva).thenRefused('standards/keys-unknown');
    publishing([label('x', 0)], 'ordinal', eva).thenRefused('standards/finding-uncovered');
    publishing([...LABELS, label('x', 0)], 'ordinal', eva).thenRefused('standards/values-unknown');
  });
});

describe('a scale to which somebody is pinned', () => {
  const state = stateOf(scaleDecider, [...publishedOnce, drafted('eva', 2)]);

  it('is a published version in full', () => {
    expect(publishedScale('five-step', 1, state)).toEqual({ scaleId: 'five-step', version: 1, labels: LABELS });
  });
  it('is no draft, no unknown version and no unknown scale', () => {
    expect(publishedScale('five-step', 2, state)).toBeUndefined();
    expect(publishedScale('five-step', 3, state)).toBeUndefined();
    expect(publishedScale('five-step', 1, undefined)).toBeUndefined();
  });
  it('has the five steps and six labels beside them', () => {
    expect(LABELS.map(({ key, value }) => [key, value])).toEqual([
      ['false', 1],
      ['mostly-false', 2],
      ['mixture', 3],
      ['mostly-true', 4],
      ['true', 5],
      ['missing-context', undefined],
      ['outdated', undefined],
      ['unproven', undefined],
      ['disputed', undefined],
      ['not-checkable', undefined],
      ['satire', undefined],
    ]);
  });
});

/** What follows when these labels, drafted by Eva, are to be published. */
function publishing(labels: readonly Label[], kind?: ScaleKind, actor = fay) {
  return given(defined(kind), drafted('eva', 1, labels)).when(publish(actor));
}

function define(actor: Actor): ScaleCommand {
  const data = { name: 'Five steps', kind: 'ordinal' } as const;
  return { type: 'DefineScale', data, facts: { isHostTaken: false }, ...by(actor) };
}

function draft(actor: Actor, labels = LABELS): ScaleCommand {
  return { type: 'DraftScaleVersion', data: { labels }, ...by(actor) };
}

function publish(actor: Actor, version = 1): ScaleCommand {
  return { type: 'PublishScaleVersion', data: { version }, ...by(actor) };
}
