import { stateOf } from '#kernel';
import type { Actor } from '#kernel';
import { checkDecider } from './check.decider.js';
import type { CheckEvent } from './check.events.js';
import { mayRead } from './readers.js';
import type { CheckQuery } from './readers.js';
import {
  accepted,
  ana,
  ben,
  cleo,
  dan,
  eva,
  fay,
  gus,
  hal,
  inReview,
  job,
  offered,
  open,
  published,
  readyForReview,
  reconciling,
  released,
  researching,
  setAside,
  stage,
} from './testing/index.js';

const QUERIES: readonly CheckQuery[] = [
  'GetClaims',
  'GetClaim',
  'GetApprovals',
  'GetDeskBoard',
  'GetCheckPage',
  'GetTimeline',
  'GetAssigneeSuggestions',
  'GetWorkload',
];

describe('who may ask', () => {
  it.each<[string, Actor, readonly CheckQuery[]]>([
    ['an editor', ana, QUERIES.filter((query) => query !== 'GetApprovals')],
    ['an approver', eva, QUERIES],
    ['a reviewer without a part in the case', dan, ['GetClaims', 'GetClaim']],
    ['the researcher of the case', ben, ['GetClaims', 'GetClaim', 'GetCheckPage', 'GetTimeline']],
    ['an auditor', gus, ['GetClaims', 'GetClaim', 'GetTimeline']],
    ['an admin', hal, ['GetClaims', 'GetClaim']],
    ['a service', job('reveal-rulings'), []],
  ])('%s', (_, actor, allowed) => {
    expect(QUERIES.filter((query) => mayRead(query, actor, stateAfter(researching())).allowed)).toEqual(allowed);
  });

  it('refuses by role first, and then for want of a capacity', () => {
    expect(mayRead('GetDeskBoard', dan)).toEqual({ allowed: false, code: 'desk/role-missing' });
    expect(mayRead('GetCheckPage', gus)).toEqual({ allowed: false, code: 'desk/role-missing' });
    expect(mayRead('GetCheckPage', dan, stateAfter(open()))).toEqual({ allowed: false, code: 'desk/not-yours' });
  });

  it('takes an offer for no capacity yet', () => {
    const past = [...open(), offered('cleo', 'reviewer')];
    expect(mayRead('GetCheckPage', cleo, stateAfter(past)).allowed).toBe(false);
  });

  it('leaves the page to those who worked on it once it is published', () => {
    const past = [...open(), ...accepted('cleo', 'reviewer'), published];
    expect(mayRead('GetCheckPage', cleo, stateAfter(past)).allowed).toBe(true);
  });
});

describe('the ruling desk', () => {
  it('is for the reviewers of the round at hand', () => {
    expect([may(cleo, inReview()), may(dan, inReview())]).toEqual(['allowed', 'allowed']);
    expect(may(ben, inReview())).toBe('desk/not-yours');
    expect(may(fay, inReview())).toBe('desk/not-yours');
    expect(may(ana, inReview())).toBe('desk/role-missing');
    expect(may(gus, inReview())).toBe('desk/role-missing');
  });

  it('is for who has agreed to break the tie', () => {
    const tied = [...reconciling(), stage('tie_break', 6)];
    expect(may(eva, [...tied, offered('eva', 'tie_breaker')])).toBe('desk/not-yours');
    expect(may(eva, [...tied, ...accepted('eva', 'tie_breaker')])).toBe('allowed');
  });

  it('is there neither before a round, nor once it has come to nothing, nor for who has left it', () => {
    expect(may(cleo, readyForReview())).toBe('desk/not-yours');
    expect(may(cleo, [...inReview(), setAside('returned')])).toBe('desk/not-yours');
    expect(may(cleo, [...inReview(), released('cleo', 'reviewer')])).toBe('desk/not-yours');
  });
});

const stateAfter = (past: readonly CheckEvent[]) => stateOf(checkDecider, past);

const may = (actor: Actor, past: readonly CheckEvent[]) => {
  const answer = mayRead('GetRulingDesk', actor, stateAfter(past));
  return answer.allowed ? 'allowed' : answer.code;
};
