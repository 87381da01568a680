import { analyseText } from './analyse-text.js';
import type { TextNoteKind } from './text-note.js';

/** The words at the notes of one kind. */
const noticed = (kind: TextNoteKind, text: string, language = 'en'): readonly string[] =>
  analyseText(text, language)
    .filter((notice) => notice.kind === kind)
    .map(({ spans: [span] }) => (span === undefined ? '' : Array.from(text).slice(span.start, span.end).join('')));

describe('unbalanced quotation marks', () => {
  it.each([
    ['balanced', '‘One’ and ‘two.’', []],
    ['an apostrophe between letters', 'Russia’s war, the North’s ĝi’s', []],
    ['an apostrophe at the end, which closes', 'the agencies’ view', ['’']],
    ['one that is open at the end of its paragraph', 'He said ‘no.\n\nShe said ‘yes.’', ['‘']],
    ['one that an apostrophe does not close', '‘It’s so, he said.', ['‘']],
    ['one inside another', '‘He said ‘no’ to it', ['‘']],
    ['straight marks, of which nothing is known', "'One", []],
  ])('%s', (_, text, expected) => {
    expect(noticed('unbalanced_quote', text)).toEqual(expected);
  });

  it('is noticed in every language', () => {
    expect(noticed('unbalanced_quote', '‘Nein', 'de')).toEqual(['‘']);
  });
});

describe('relative dates', () => {
  it.each([
    ['weekdays', 'On Monday, not on Mondays or on sunday.', ['Monday']],
    ['months after in', 'In March and in May they may march.', ['In March', 'in May']],
    ['no month that has a year', 'in March 2021, in May, 2021 and in June', ['in June']],
    [
      'ages',
      'A 12-year-old, two-week-old, twenty-five-day-old, old-month-old plan',
      ['12-year-old', 'two-week-old', 'twenty-five-day-old'],
    ],
    [
      'phrases',
      'Last week, a day after; yesterday, today, Tomorrow.',
      ['Last week', 'a day after', 'yesterday', 'today', 'Tomorrow'],
    ],
    ['over the end of a line', 'last\nweek', ['last\nweek']],
    ['nothing vague', 'Recently, now, the latest, this week, a day before', []],
  ])('%s', (_, text, expected) => {
    expect(noticed('relative_date', text)).toEqual(expected);
  });

  it('are noticed in English', () => {
    expect(noticed('relative_date', 'in September', 'de')).toEqual([]);
    expect(noticed('relative_date', 'in September', 'en-GB')).toEqual(['in September']);
  });
});

describe('a dateline', () => {
  it.each([
    'It was in 2022.',
    'On 8 November they met.',
    'On November 8 they met.',
    'On the 3rd of May they met.',
    'SEOUL, Nov. 8 (KCNA)',
  ])('is there: %s', (text) => {
    expect(noticed('no_dateline', text)).toEqual([]);
  });

  it.each(['It was on Tuesday, in November.', 'They sent 20221 shells and 8 trains.', 'On the 8th they met.'])(
    'is missing: %s',
    (text) => {
      expect(noticed('no_dateline', text)).toEqual(['']);
    },
  );
});

describe('loaded verbs', () => {
  it('are whole words, whatever their case', () => {
    const text = 'Admitted, conceded, confessed, debunked, exposed, refuted; unexposed, refutes, refused.';
    expect(noticed('loaded_verb', text)).toEqual([
      'Admitted',
      'conceded',
      'confessed',
      'debunked',
      'exposed',
      'refuted',
    ]);
  });
});

describe('rhetorical questions', () => {
  it.each([
    ['a sentence', 'They deny it. Can we believe them? No.', ['Can we believe them?']],
    ['in quotation marks', 'He asked: “Can we believe them?” No.', []],
    ['about a quotation', 'Who calls it “groundless”? They do.', ['Who calls it “groundless”?']],
    ['after a quotation that ends a sentence', 'He said “no.” Why?', ['Why?']],
    [
      'after a quotation that goes on',
      'He said “No. Yes. Why? Perhaps” and why?',
      ['He said “No. Yes. Why? Perhaps” and why?'],
    ],
    ['in single marks', 'The paper asks ‘why?’ today.', []],
    ['with initials', 'Does the U.S. know, or J. Kirby?', ['Does the U.S. know, or J. Kirby?']],
    ['of several marks', 'Really?! Yes.', ['Really?!']],
    ['in an address', 'See https://desk.example/?q=why today.', []],
    ['each paragraph by itself', 'He said “no\n\nWhy?', ['Why?']],
  ])('%s', (_, text, expected) => {
    expect(noticed('rhetorical_question', text)).toEqual(expected);
  });
});

describe('residue', () => {
  it('is a whole paragraph that is known', () => {
    expect(noticed('residue', 'The end.\n Related Posts \nSee related posts\nADVERTISEMENT')).toEqual([
      'Related Posts',
      'ADVERTISEMENT',
    ]);
  });
});
