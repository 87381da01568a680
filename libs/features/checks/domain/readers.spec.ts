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
  gus,
  hal,
  job,
  offered,
  open,
  published,
  researching,
} from './testing/index.js';

const QUERIES: readonly CheckQuery[] = ['GetClaims', 'GetClaim', 'GetDeskBoard', 'GetCheckPage', 'GetTimeline'];

describe('who may ask', () => {
  it.each<[string, Actor, readonly CheckQuery[]]>([
    ['an editor', ana, QUERIES],
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

const stateAfter = (past: readonly CheckEvent[]) => stateOf(checkDecider, past);
