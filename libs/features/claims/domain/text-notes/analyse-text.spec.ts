import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sha256 } from '#kernel';
import type { FuzzyDate } from '#kernel';
import { codePointsOf } from '../spans.js';
import { MOST_OF_A_KIND, analyseText } from './analyse-text.js';
import { dateOf, readingOf } from './resolve-date.js';

const ARTICLE = readFileSync(
  path.resolve(import.meta.dirname, '../../../../../apps/docket/material/north-korea-ammunition.txt'),
  'utf8',
);

describe('the article', () => {
  it('is the one that the notes are about', () => {
    expect([codePointsOf(ARTICLE).length, Buffer.byteLength(ARTICLE), sha256(ARTICLE)]).toEqual([
      3434,
      3506,
      '393d005837503f8e86f72e771d55d98e46a03da04fccfaa0b88c455d8fd4162b',
    ]);
  });

  const notices = analyseText(ARTICLE, 'en');

  it('has exactly these notes', () => {
    expect(notices.map(({ kind, spans }) => [kind, ...spans.map(({ start, end }) => [start, end])])).toEqual([
      ['unbalanced_quote', [962, 963]],
      ['unbalanced_quote', [1364, 1365]],
      ['relative_date', [140, 147]],
      ['relative_date', [413, 422]],
      ['relative_date', [673, 680]],
      ['relative_date', [703, 712]],
      ['relative_date', [1893, 1902]],
      ['relative_date', [2088, 2099]],
      ['relative_date', [2272, 2284]],
      ['relative_date', [2445, 2460]],
      ['relative_date', [2966, 2977]],
      ['relative_date', [3048, 3057]],
      ['no_dateline'],
      ['loaded_verb', [2264, 2271]],
      ['rhetorical_question', [3257, 3419]],
      ['residue', [3421, 3434]],
    ]);
  });

  it('means these dates, read on 8 November 2022', () => {
    const reading = readingOf(ARTICLE, { day: '2022-11-08' }, []);
    const dates = notices.flatMap((notice) => {
      const date = dateOf(notice, reading);
      return date === undefined ? [] : [[wordsOf(notice.spans[0]), told(date)]];
    });
    expect(dates).toEqual([
      ['Tuesday', '2022-11-08…2022-11-08'],
      ['last week', '2022-10-31…2022-11-06'],
      ['Tuesday', '2022-11-08…2022-11-08'],
      ['last week', '2022-10-31…2022-11-06'],
      ['Wednesday', '2022-11-02…2022-11-02'],
      ['in February', '2022-02-01…2022-02-28'],
      ['in September', '2022-09-01…2022-09-30'],
      ['eight-month-old', 'unresolved'],
      ['a day after', 'unresolved'],
      ['last week', '2022-10-31…2022-11-06'],
    ]);
  });
});

describe('spans', () => {
  it('count code points, of which a sign beyond 16 bits is one', () => {
    expect(analyseText('🚀 Said 🚀 Tuesday, in 2022.', 'en')).toMatchObject([
      { kind: 'relative_date', spans: [{ start: 9, end: 16 }] },
    ]);
  });
});

describe('what is noticed of one kind', () => {
  it('is cut where nobody would read on, and says so', () => {
    const notices = analyseText('’ '.repeat(1000), 'de');
    expect(notices).toHaveLength(MOST_OF_A_KIND);
    expect(notices.at(-1)?.message).toBe(
      'This quotation mark closes what was never opened. 800 more like it are not listed.',
    );
    expect(notices.at(-1)?.spans).toEqual([{ start: 398, end: 399 }]);
  });
});

const wordsOf = (span = { start: 0, end: 0 }): string => codePointsOf(ARTICLE).slice(span.start, span.end).join('');

const told = (date: FuzzyDate): string => ('from' in date ? `${date.from}…${date.to}` : date.precision);
