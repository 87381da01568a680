import { RequestProblem } from './request-problem.js';
import { strictJson } from './strict-json.js';

const read = (source: string): unknown => strictJson(Buffer.from(source, 'utf8'));

const refusalOf = (bytes: Buffer): string => {
  try {
    strictJson(bytes);
  } catch (error) {
    if (error instanceof RequestProblem) return `${error.status} ${error.code}: ${error.message}`;
    throw error;
  }
  return 'nothing';
};

const nested = (depth: number, open = '[', close = ']'): string => open.repeat(depth) + close.repeat(depth);

describe('a body', () => {
  it.each([
    '{}',
    '[]',
    '"text"',
    '{"a":{"b":[1,-2.5,1e3,true,false,null,"\\u00e9\\n\\"{}[]:,"]},"c":""}',
    ' {\n"a" :\t1 , "b":[ ] } ',
    '{"a":{"x":1},"b":{"x":1}}',
    '{"a":"b","b":"a: \\"b\\""}',
    '[9007199254740991,-9007199254740991,0.1]',
    nested(32),
  ])('%s is read as everybody reads it', (source) => {
    expect(read(source)).toEqual(JSON.parse(source));
  });

  it.each([
    ['nothing', ''],
    ['white space', ' \n'],
    ['a text cut short', '{"a":"b'],
    ['two values', '{} {}'],
    ['a comma too many', '[1,]'],
    ['a name twice', '{"a":1,"b":{},"a":2}'],
    ['a name twice, once escaped', '{"a":1,"\\u0061":2}'],
    ['a name twice, deep inside', '[{"x":[{"a":1,"a":1}]}]'],
    ['__proto__', '{"__proto__":{"admin":true}}'],
    ['__proto__, escaped', '{"a":{"\\u005f_proto__":{}}}'],
    ['an integer that is not exact', '{"n":9007199254740993}'],
    ['a number beyond all numbers', '[1e400]'],
    ['33 levels', nested(33)],
    ['33 levels of objects', `${'{"a":'.repeat(33)}1${'}'.repeat(33)}`],
    ['a million levels', nested(1_000_000)],
    ['a million levels, never closed', '['.repeat(1_000_000)],
  ])('that is %s is refused', (_, source) => {
    expect(refusalOf(Buffer.from(source))).toMatch(/^400 request\/unreadable: /);
  });

  it('that is not UTF-8 is refused', () => {
    expect(refusalOf(Buffer.from([0x22, 0xff, 0x22]))).toMatch(/^400 request\/unreadable: .*UTF-8/);
  });

  it.each([
    ['U+0000', '{"a":"x\\u0000y"}'],
    ['U+0000 in a name', '{"\\u0000":1}'],
    ['half a pair', '{"a":[{"b":"\\ud83d"}]}'],
    ['the other half', '["\\ude00"]'],
    ['a pair the wrong way round', '["\\ude00\\ud83d"]'],
  ])('with %s is refused for its text', (_, source) => {
    expect(refusalOf(Buffer.from(source))).toMatch(/^422 desk\/text-unreadable: /);
  });

  it.each([
    ['{"a":[{"b/~":"\\ud83d"}]}', '/a/0/b~1~0', 'It has U+0000 or half a surrogate pair.'],
    ['{"a":{"\\u0000":1}}', '/a', 'A name in it has U+0000 or half a surrogate pair.'],
    ['"\\u0000"', '', 'It has U+0000 or half a surrogate pair.'],
  ])('says where in %s that is', (source, pointer, detail) => {
    expect(() => read(source)).toThrow(expect.objectContaining({ flaws: [{ pointer, detail }] }));
  });

  it('keeps a whole pair', () => {
    expect(read('["\\ud83d\\ude00"]')).toEqual(['😀']);
  });

  it('of a megabyte is read before anybody loses patience', () => {
    const text = 'x'.repeat(900_000);
    expect(read(JSON.stringify({ text, quotes: '\\"'.repeat(20_000) }))).toMatchObject({ text });
  });
});
