import { stateOf } from '#kernel';
import type { Actor } from '#kernel';
import { by, specify } from '#kernel/testing';
import { BUILT_IN_SCALES, FINDINGS } from '#features/standards';
import type { BuiltInScale, Finding } from '#features/standards';
import { scaleDecider } from '../scale.decider.js';

type Line = readonly [key: string, text: string, value: number | undefined, ...findings: readonly Finding[]];

const COMMON: readonly Line[] = [
  ['missing-context', 'Missing context', undefined, 'misleading_context'],
  ['outdated', 'Outdated', undefined, 'outdated'],
  ['unproven', 'Unproven', undefined, 'insufficient_evidence'],
  ['disputed', 'Disputed', undefined, 'conflicting_evidence'],
  ['not-checkable', 'Not checkable', undefined, 'not_checkable'],
  ['satire', 'Satire', undefined, 'satire'],
];

/** As the specification writes them down, apart from the code. */
const SCALES: readonly [id: string, kind: string, lines: readonly Line[]][] = [
  [
    'six-step',
    'ordinal',
    [
      ['absurd', 'Absurd', 1, 'refuted'],
      ['false', 'False', 2, 'refuted'],
      ['mostly-false', 'Mostly false', 3, 'mostly_refuted'],
      ['half-true', 'Half true', 4, 'mixed'],
      ['mostly-true', 'Mostly true', 5, 'mostly_supported'],
      ['true', 'True', 6, 'supported'],
      ...COMMON,
    ],
  ],
  [
    'five-step',
    'ordinal',
    [
      ['false', 'False', 1, 'refuted'],
      ['mostly-false', 'Mostly false', 2, 'mostly_refuted'],
      ['mixture', 'Mixture', 3, 'mixed'],
      ['mostly-true', 'Mostly true', 4, 'mostly_supported'],
      ['true', 'True', 5, 'supported'],
      ...COMMON,
    ],
  ],
  [
    'four-class',
    'ordinal',
    [
      ['refuted', 'Refuted', 1, 'refuted', 'mostly_refuted'],
      ['supported', 'Supported', 5, 'supported', 'mostly_supported'],
      ['conflicting', 'Conflicting evidence', undefined, 'conflicting_evidence', 'mixed', 'misleading_context'],
      ['not-enough', 'Not enough evidence', undefined, 'insufficient_evidence', 'outdated', 'not_checkable'],
      ['satire', 'Satire', undefined, 'satire'],
    ],
  ],
  [
    'text-only',
    'text',
    [
      ['supported', 'This is correct', undefined, 'supported'],
      ['mostly-supported', 'Broadly correct', undefined, 'mostly_supported'],
      ['mixed', 'Partly right', undefined, 'mixed'],
      ['mostly-refuted', 'Mostly wrong', undefined, 'mostly_refuted'],
      ['refuted', 'This is not correct', undefined, 'refuted'],
      ...COMMON,
    ],
  ],
];

describe('the built-in scales', () => {
  it('are these, with these labels, values and findings', () => {
    expect(BUILT_IN_SCALES.map(({ id, kind, labels }) => [id, kind, labels.map(lineOf)])).toEqual(SCALES);
  });
});

describe.each(BUILT_IN_SCALES)('the scale $id', ({ id, name, kind, labels }) => {
  it('can be made by the installer', () => {
    const given = specify(scaleDecider);
    const data = { version: 1, labels, draftedBy: 'service:installer' };
    const defined = { type: 'ScaleDefined', data: { name, kind } } as const;
    given(defined, { type: 'ScaleVersionDrafted', data })
      .when({ type: 'PublishScaleVersion', data: { version: 1 }, ...by(INSTALLER), id })
      .thenEvents({ type: 'ScaleVersionPublished', data: { version: 1 } });
    expect(stateOf(scaleDecider, [defined]).kind).toBe(kind);
  });

  it('has a label for each finding', () => {
    const covered = labels.flatMap(({ findings }) => findings);
    expect(FINDINGS.filter((finding) => !covered.includes(finding))).toEqual([]);
  });

  it('explains each label in a sentence that fits its form', () => {
    for (const { text, definition } of labels) {
      expect(text['en']?.length).toBeLessThanOrEqual(60);
      expect(definition['en']).toMatch(/^[A-Z].{10,298}\.$/);
    }
  });
});

const INSTALLER: Actor = { kind: 'service', id: 'service:installer', roles: [] };

function lineOf({ key, text, value, findings }: BuiltInScale['labels'][number]): Line {
  return [key, text['en'] ?? '', value, ...findings];
}
