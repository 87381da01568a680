import { wordsOf } from './claim-words.js';

describe('words that are sought', () => {
  it.each([
    ['troops', "'troops'", "'troop'", ['troop']],
    ['Congress with', "'congress' & 'with'", "'congress'", ['congress']],
    ['king or roof', "'king' | 'roof'", "'king' | 'roof'", ['king', 'roof']],
    ['troops', "'troops' & 'with' & 'the'", "'troop'", ['troop']],
    ['troops -with', "'troops' & !'with'", "'troop'", ['troop']],
  ])('%s: a claim has one of these stems', (_, exact, stems, words) => {
    expect(wordsOf({ exact, stems })).toEqual(words);
  });

  it.each([
    ['troops plan', "'troops' & 'plan'", "'troop' & 'plan'"],
    ['"troops plan"', "'troops' <-> 'plan'", "'troop' <-> 'plan'"],
    ['-troops', "!'troops'", "!'troop'"],
    ['with', "'with'", ''],
    ['with or troops', "'with' | 'troops'", "'troop'"],
    ['with the', "'with' & 'the'", ''],
    ['with or troops the', "'with' | 'troops' & 'the'", "'troop'"],
    ["o'neill's", "'o''neill'", "'o''neill'"],
    ['nothing', '', ''],
    ['five', "'a' | 'b' | 'c' | 'd' | 'e'", "'a' | 'b' | 'c' | 'd' | 'e'"],
  ])('%s: is no list of stems', (_, exact, stems) => {
    expect(wordsOf({ exact, stems })).toBeUndefined();
  });
});
