import { fc, test } from '@fast-check/jest';
import { NotCanonical, canonicalJson, isReadable } from '#kernel';

const text = fc.string({ unit: 'grapheme' }).filter(isReadable);
const exact = fc.oneof(fc.maxSafeInteger(), fc.double({ min: -1e9, max: 1e9, noNaN: true }));
const json = fc.object({ key: text, values: [text, exact, fc.boolean(), fc.constant(null)], maxDepth: 4 });

describe('canonical JSON', () => {
  it('sorts members by UTF-16 code units, as RFC 8785 3.2.3 does', () => {
    const value = { '€': 1, '\r': 2, '\ufb33': 3, '1': 4, '😀': 5, '\u0080': 6, ö: 7 };
    expect(canonicalJson(value)).toBe('{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}');
  });

  it('writes numbers and escapes as ECMAScript does, as RFC 8785 3.2.2 asks', () => {
    expect(canonicalJson([333333333.3333333, 4.5, 2e-3, 1e-27, -0])).toBe('[333333333.3333333,4.5,0.002,1e-27,0]');
    expect(canonicalJson('€$\u000f\nA\'B"\\\\"/')).toBe('"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"');
  });

  it('leaves out what is undefined', () => {
    expect(canonicalJson({ b: undefined, a: null })).toBe('{"a":null}');
  });

  it.each([
    ['an integer beyond 2^53 - 1', 2 ** 53],
    ['what is not finite', Number.NaN],
    ['U+0000', 'a\u0000'],
    ['half a surrogate pair', '\ud800'],
    ['half a surrogate pair in a name', { '\udc00': 1 }],
    ['a date', new Date(0)],
    ['a map', new Map()],
    ['undefined in a list', [undefined]],
    ['a hole', Array.from({ length: 2 })],
    ['a function', () => 1],
    ['what brings its own JSON', { toJSON: () => 1 }],
    ['33 levels', JSON.parse(`${'['.repeat(34)}${']'.repeat(34)}`)],
  ])('refuses %s', (_, value) => {
    expect(() => canonicalJson(value)).toThrow(NotCanonical);
  });

  test.prop([json])('says the same as JSON, in one way', (value) => {
    const written = canonicalJson(value);
    expect(JSON.parse(written)).toEqual(JSON.parse(JSON.stringify(value)));
    expect(canonicalJson(JSON.parse(written))).toBe(written);
  });
});
