import type { z } from 'zod';
import * as fields from './fields.js';
import { after, listQuery, streamVersion } from './reading.js';

const accepts = (schema: z.ZodType, value: unknown): boolean => schema.safeParse(value).success;

type Case = readonly [name: string, schema: z.ZodType, good: readonly unknown[], bad: readonly unknown[]];

const V7 = '0199a000-0000-7000-8000-000000000001';
const V5 = '0199a000-0000-5000-8000-000000000001';
const party = { key: 'org:kcna', name: 'KCNA', kind: 'organisation' };
const known = { from: '2022-11-01', to: '2022-11-02', precision: 'range', basis: 'dateline' };

const CASES: readonly Case[] = [
  ['id', fields.id, [V7], [V5, V7.toUpperCase(), `${V7} `, `{${V7}}`, V7.replaceAll('-', ''), 7, '']],
  ['uuid', fields.uuid, [V7, V5], [V7.toUpperCase(), 'x', '']],
  [
    'text',
    fields.text(3),
    ['a', 'a b', 'a\nb', '😀😀😀', 'é'],
    ['', ' ', '\n\n', '\u00a0', 'abcd', '😀😀😀😀', 'a\tb', 'a\rb'],
  ],
  ['text', fields.text(3), ['\u202e'], ['a\u0000', 'a\u007f', 'a\u0085', 'a\u001b', 1, null, ['a']]],
  ['text with a least length', fields.text(9, 3), ['abc', '😀😀😀'], ['ab', '😀😀']],
  ['documentText', fields.documentText(3), ['a\r\nb', 'abc'], ['a\rb', 'a\tb', '\r\n', 'abcd']],
  ['reason', fields.reason, ['x'.repeat(10), 'x'.repeat(2000)], ['x'.repeat(9), ' '.repeat(20), 'x'.repeat(2001)]],
  ['key', fields.key, ['a', '0', 'org:kcna', 'a.b_c-d'], ['', 'A', ':a', 'a b', 'a'.repeat(81), 'é']],
  [
    'day',
    fields.day,
    ['2022-11-02', '2024-02-29'],
    ['2023-02-29', '2022-13-01', '2022-1-2', '2022-11-02T00:00:00Z', ''],
  ],
  [
    'instant',
    fields.instant,
    ['2022-11-02T10:00:00.000Z'],
    ['2022-11-02T10:00:00Z', '2022-11-02T10:00:00.000+01:00', '2022-11-02T25:00:00.000Z', '2022-11-02', ''],
  ],
  [
    'url',
    fields.url,
    ['https://example.org', 'http://example.org/a?b=c#d', 'https://münchen.example/ä'],
    ['ftp://example.org', 'javascript:alert(1)', 'example.org', 'http://', ' https://example.org', 'https://a b', ''],
  ],
  [
    'url',
    fields.url,
    [],
    ['https://example.org/\n', 'https://example.org/\u0000', `https://e.org/${'x'.repeat(2048)}`],
  ],
  [
    'language',
    fields.language,
    ['en', 'pt-BR', 'zh-Hans-CN'],
    ['', 'english language', 'en_US', 'e', '-', 'x'.repeat(36)],
  ],
  [
    'party',
    fields.party,
    [party, { ...party, unnamed: true }],
    [{ ...party, kind: 'x' }, { ...party, role: 'admin' }, {}],
  ],
  [
    'fuzzyDate',
    fields.fuzzyDate,
    [known, { precision: 'unresolved' }, { precision: 'unresolvable', basis: 'no date' }],
    [{ ...known, to: '2022-10-31' }, { precision: 'unresolved', basis: 'x' }, { precision: 'day' }, { ...known, x: 1 }],
  ],
  [
    'span',
    fields.span,
    [{ start: 0, end: 1 }],
    [{ start: 1, end: 1 }, { start: -1, end: 1 }, { start: 0.5, end: 2 }, { end: 1 }],
  ],
  ['contact', fields.contact, [{}, { name: 'A', email: 'a@b.example' }], [{ name: '' }, { street: 'x' }, null]],
  ['email', fields.email, ['ana@desk.example'], ['ana', 'ana@', '', 'a@b.example\n']],
];

describe('a field', () => {
  it.each(CASES)('%s takes what it describes, and nothing else', (_, schema, good, bad) => {
    for (const value of good) expect([value, accepts(schema, value)]).toEqual([value, true]);
    for (const value of bad) expect([value, accepts(schema, value)]).toEqual([value, false]);
  });

  it('keeps text exactly as it came', () => {
    for (const value of [' a ', 'e\u0301', 'a\n', '\u200b!']) expect(fields.text(9).parse(value)).toBe(value);
  });

  it('makes line feeds of the line ends of a document, and nothing else', () => {
    expect(fields.documentText(99).parse(' a\r\nb\n\r\nc ')).toBe(' a\nb\n\nc ');
  });

  it('keeps an address as it came', () => {
    expect(fields.url.parse('HTTPS://example.org'.toLowerCase())).toBe('https://example.org');
  });
});

describe('the parameters of a list', () => {
  it('have a page size if none is named', () => {
    expect(listQuery.parse({})).toEqual({ limit: 50 });
    expect(listQuery.parse({ limit: '200', cursor: 'x' })).toEqual({ limit: 200, cursor: 'x' });
  });

  it.each(['0', '201', '-1', '1.5', '1e2', '0x10', ' 5', '', 'x', ['1', '2']])('refuse %j as a page size', (limit) => {
    expect(accepts(listQuery, { limit })).toBe(false);
  });

  it('refuse what they do not know', () => {
    expect(accepts(listQuery, { page: '2' })).toBe(false);
  });
});

describe('an event to wait for', () => {
  it('is a stream and a version', () => {
    expect(streamVersion(after.parse(`check-${V7}@12`))).toEqual({ stream: `check-${V7}`, version: 12 });
    expect(streamVersion(after.parse('policy-default@1'))).toEqual({ stream: 'policy-default', version: 1 });
  });

  it.each([
    '',
    'check',
    `check-${V7}`,
    `check-${V7}@0`,
    `check-${V7}@x`,
    `check-${V7}@-1`,
    `@1`,
    `check-a@1@2`,
    `check-a@9999999999`,
  ])('is not %j', (value) => {
    expect(accepts(after, value)).toBe(false);
  });
});
