import { markup } from './markup.js';
import { dateOf, linkOut, linkTo, paragraphs, safeAddress, section } from './parts.js';

describe('a link', () => {
  it.each(['https://desk.example/v/c4', 'http://a.test/', '/v/c4'])('leads to %s', (address) => {
    expect(safeAddress(address)).toBe(address);
  });

  it.each([
    'javascript:alert(1)',
    'JAVASCRIPT:alert(1)',
    'java\nscript:alert(1)',
    ' javascript:alert(1)',
    'data:text/html,<script>',
    'vbscript:x',
    'file:///etc/passwd',
    '//evil.test/',
    '/\\evil.test/',
    'v/c4',
    '',
  ])('does not lead to %j', (address) => {
    expect([safeAddress(address), linkTo(address, 'words'), linkOut(address, 'words')]).toEqual([
      undefined,
      'words',
      'words',
    ]);
  });

  it('is written so that nothing gets out of its attribute', () => {
    const link = markup`${linkOut('https://a.test/"onclick="x\u202E', 'words')}`.text;
    expect(link).toBe('<a href="https://a.test/%22onclick=%22x%E2%80%AE" rel="nofollow noreferrer">words</a>');
  });
});

describe('a date', () => {
  it.each([
    [{ from: '2022-11-02', to: '2022-11-02', precision: 'day', basis: 'b' }, '2 November 2022'],
    [{ from: '2022-11-07', to: '2022-11-08', precision: 'range', basis: 'b' }, '7 November 2022 to 8 November 2022'],
    [{ from: '2022-09-01', to: '2022-09-30', precision: 'month', basis: 'b' }, 'September 2022'],
    [{ from: '2022-01-01', to: '2022-12-31', precision: 'year', basis: 'b' }, '2022'],
    [{ precision: 'unresolved' }, 'date not known'],
    [{ precision: 'unresolvable', basis: 'b' }, 'date not known'],
  ] as const)('%o reads %s', (date, words) => {
    expect(markup`${dateOf(date)}`.text.replace(/<[^>]*>/g, '')).toBe(words);
  });
});

describe('a part of a page', () => {
  it('is not there without anything in it', () => {
    expect([section('a', 'A', undefined, false, []), section('a', 'A', undefined, 'text')]).toEqual([
      undefined,
      expect.anything(),
    ]);
  });

  it('has a paragraph for each that was written', () => {
    expect(paragraphs('one\ntwo\n\n\n three ', 'de').map(({ text }) => text)).toEqual([
      '<p class="text" lang="de" dir="auto">one\ntwo</p>',
      '<p class="text" lang="de" dir="auto">three</p>',
    ]);
  });
});
