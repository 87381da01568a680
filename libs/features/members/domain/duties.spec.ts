import { DomainError } from '#kernel';
import {
  HAS_NOT_RECUSED,
  REVIEWER_IS_INDEPENDENT,
  TIE_BREAKER_IS_INDEPENDENT,
  approverTookNoPart,
  brokenBy,
  keep,
  keepFreeOfInterest,
} from '#features/members';
import type { People } from '#features/members';

const nobody: People = {
  workedOn: [],
  drafted: [],
  handledClaim: [],
  everRuled: [],
  ruled: [],
  setAside: [],
  recused: [],
  partyKeys: [],
};
const benIn = (part: keyof People, ...others: readonly string[]): People => ({ ...nobody, [part]: ['ben', ...others] });

describe('a reviewer', () => {
  it.each<keyof People>(['workedOn', 'drafted', 'handledClaim'])('is not independent when he is in %s', (part) => {
    expect(brokenBy(REVIEWER_IS_INDEPENDENT, 'ben', benIn(part))?.code).toBe('reviewer-not-independent');
  });
  it('may have ruled before', () => {
    expect(brokenBy(REVIEWER_IS_INDEPENDENT, 'ben', benIn('everRuled'))).toBeUndefined();
  });
});

describe('a tie-breaker', () => {
  it.each<keyof People>(['workedOn', 'drafted', 'handledClaim', 'everRuled'])(
    'is not independent when he is in %s',
    (part) => {
      expect(brokenBy(TIE_BREAKER_IS_INDEPENDENT, 'ben', benIn(part))?.code).toBe('tie-breaker-not-independent');
    },
  );
});

describe('who has recused himself', () => {
  it('takes no part again', () => {
    expect(brokenBy(HAS_NOT_RECUSED, 'ben', benIn('recused'))?.code).toBe('recused');
    expect(brokenBy(HAS_NOT_RECUSED, 'cleo', benIn('recused'))).toBeUndefined();
  });
});

describe('an approver', () => {
  const strict = approverTookNoPart(false);
  const lenient = approverTookNoPart(true);

  it.each<[string, People]>([
    ['approver-is-researcher', benIn('workedOn')],
    ['approver-is-drafter', benIn('drafted')],
    ['approver-handled-claim', benIn('handledClaim')],
    ['approver-is-sole-ruler', benIn('ruled')],
    ['approver-ruled', benIn('ruled', 'cleo')],
  ])('is turned away as %s', (code, people) => {
    expect(brokenBy(strict, 'ben', people)?.code).toBe(code);
  });
  it('is turned away by the first of these, in this order', () => {
    const all = { ...benIn('workedOn'), drafted: ['ben'], handledClaim: ['ben'], ruled: ['ben'] };
    expect(brokenBy(strict, 'ben', all)?.code).toBe('approver-is-researcher');
    expect(brokenBy(strict, 'ben', { ...all, workedOn: [] })?.code).toBe('approver-is-drafter');
    expect(brokenBy(strict, 'ben', { ...all, workedOn: [], drafted: [] })?.code).toBe('approver-handled-claim');
  });
  it('may have ruled where the policy says so, but not alone', () => {
    expect(brokenBy(lenient, 'ben', benIn('ruled', 'cleo'))).toBeUndefined();
    expect(brokenBy(lenient, 'ben', benIn('ruled'))?.code).toBe('approver-is-sole-ruler');
  });
  it('is the only one who ruled when the rulings of the others were set aside', () => {
    const left = { ...benIn('ruled', 'cleo'), setAside: ['cleo'] };
    expect(brokenBy(lenient, 'ben', left)?.code).toBe('approver-is-sole-ruler');
    expect(brokenBy(lenient, 'cleo', left)).toBeUndefined();
    expect(brokenBy(strict, 'cleo', left)?.code).toBe('approver-ruled');
  });
  it('may have ruled in a round that decided nothing', () => {
    expect(brokenBy(strict, 'ben', benIn('everRuled'))).toBeUndefined();
  });
});

describe('a duty that is broken', () => {
  it('is refused in the words of the case', () => {
    expect(refusalOf(() => keep(REVIEWER_IS_INDEPENDENT, 'ben', benIn('drafted'), 'check'))).toEqual([
      'forbidden',
      'check/reviewer-not-independent',
    ]);
    expect(refusalOf(() => keep(REVIEWER_IS_INDEPENDENT, 'cleo', benIn('drafted'), 'check'))).toBeUndefined();
  });
});

describe('an interest in a party of the claim', () => {
  const interested = { interests: ['org:kcna'] };

  it('bars from the case', () => {
    expect(refusalOf(() => keepFreeOfInterest(interested, { partyKeys: ['us', 'org:kcna'] }, 'check'))).toEqual([
      'forbidden',
      'check/conflict-of-interest',
    ]);
  });
  it('in another party does not', () => {
    expect(refusalOf(() => keepFreeOfInterest(interested, { partyKeys: ['us'] }, 'check'))).toBeUndefined();
  });
});

function refusalOf(act: () => void): readonly [kind: string, code: string] | undefined {
  try {
    act();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return [error.kind, error.code];
    throw error;
  }
}
