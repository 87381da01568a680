import { labelTextIn } from './scale.js';

describe('the text of a label', () => {
  const label = { key: 'false', text: { en: 'False', de: 'Falsch' } };

  it('is in the language asked for, or its main language, or English', () => {
    expect(labelTextIn(label, 'de')).toBe('Falsch');
    expect(labelTextIn(label, 'de-AT')).toBe('Falsch');
    expect(labelTextIn(label, 'fr')).toBe('False');
  });

  it.each(['valueOf', 'constructor', 'toString', '__proto__'])(
    'is never what a language called %s would find',
    (name) => {
      expect(labelTextIn(label, name)).toBe('False');
    },
  );

  it('is its key where there is no text at all', () => {
    expect(labelTextIn({ key: 'false', text: {} }, 'en')).toBe('false');
  });
});
