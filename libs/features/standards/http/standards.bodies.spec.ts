import { DEFAULT_RULES } from '#features/standards';
import { draftPolicyVersionBody } from './policies.bodies.js';
import { defineScaleBody, draftScaleVersionBody, mapScaleBody } from './scales.bodies.js';
import { standardId } from './standards.parameters.js';

const takes = (body: { safeParse(data: unknown): { success: boolean } }, data: unknown): boolean =>
  body.safeParse(data).success;

const label = { key: 'true', text: { en: 'True' }, definition: { en: 'It is.' }, findings: ['supported'] };

const drafted = (changes: object) => ({ labels: [{ ...label, ...changes }] });

describe('the bodies of scales’ commands', () => {
  it('name a host, not an address', () => {
    const scale = { name: 'Theirs', kind: 'external' };
    expect(takes(defineScaleBody, { ...scale, publisherHost: 'www.checks.example' })).toBe(true);
    for (const publisherHost of ['https://checks.example', 'Checks.example', 'localhost', '-a.example', ''])
      expect(takes(defineScaleBody, { ...scale, publisherHost })).toBe(false);
  });
  it('take labels in any language, as long as English is among them', () => {
    expect(takes(draftScaleVersionBody, drafted({ text: { en: 'True', de: 'Richtig' } }))).toBe(true);
    expect(takes(draftScaleVersionBody, drafted({ text: { de: 'Richtig' } }))).toBe(false);
    expect(takes(draftScaleVersionBody, drafted({ text: { en: 'x'.repeat(61) } }))).toBe(false);
    expect(takes(draftScaleVersionBody, drafted({ definition: { en: 'x'.repeat(301) } }))).toBe(false);
    expect(takes(draftScaleVersionBody, drafted({ findings: [] }))).toBe(false);
    expect(takes(draftScaleVersionBody, drafted({ findings: ['certain'] }))).toBe(false);
  });
  it('map to a scale by its key', () => {
    const mapped = { version: 1, toScaleId: 'six-step', toVersion: 1, map: [{ from: 'true', to: 'true' }] };
    expect(takes(mapScaleBody, mapped)).toBe(true);
    expect(takes(mapScaleBody, { ...mapped, toScaleId: 'six:step' })).toBe(false);
    expect(takes(mapScaleBody, { ...mapped, map: [] })).toBe(false);
  });
});

describe('the body of a policy’s draft', () => {
  it('takes rules complete or in part, and a note', () => {
    expect(takes(draftPolicyVersionBody, { rules: DEFAULT_RULES, note: 'As built in.' })).toBe(true);
    expect(takes(draftPolicyVersionBody, { rules: {}, note: 'As built in.' })).toBe(true);
    expect(takes(draftPolicyVersionBody, { rules: {} })).toBe(false);
    expect(takes(draftPolicyVersionBody, { rules: { quorum: 3 }, note: 'Wrong.' })).toBe(false);
  });
});

describe('the key of a scale or a policy', () => {
  it('has no colon, since it stands in the name of a stream', () => {
    expect(takes(standardId, 'five-step')).toBe(true);
    expect(takes(standardId, 'five:step')).toBe(false);
  });
});
