import { stateOf } from '#kernel';
import type { Party } from '#kernel';
import { claimDecider } from './claim.decider.js';
import type { ClaimEvent } from './claim.events.js';
import { claimFactsOf, claimLinksOf } from './claim.facts.js';
import { isRateable } from './checkability.js';
import type { Checkability } from './checkability.js';

const factsAfter = (...events: readonly ClaimEvent[]) => claimFactsOf('c1', stateOf(claimDecider, events));

describe('the facts of a claim', () => {
  it('are none of a claim that is not there', () => {
    expect(factsAfter()).toBeUndefined();
    expect(claimFactsOf('c1', undefined)).toBeUndefined();
  });

  it('are of revision 1 once it is accepted', () => {
    expect(factsAfter(proposed, accepted)).toEqual({
      claimId: 'c1',
      revision: 1,
      status: 'accepted',
      text: 'North Korea has never had arms dealings with Russia',
      language: 'en',
      checkability: 'factual',
      severity: 'medium',
      topics: ['arms'],
      claimant: ministry,
      partyKeys: ['org:ministry', 'org:kcna'],
      statedOn: { precision: 'unresolved' },
      registeredBy: 'ana',
      proposedBy: 'ben',
      acceptedBy: 'cleo',
    });
  });

  it('are of revision 0 before, whatever was decided', () => {
    expect(factsAfter(proposed)).toMatchObject({ revision: 0, status: 'proposed', acceptedBy: '' });
    expect(factsAfter(proposed, rejected)).toMatchObject({ revision: 0, status: 'rejected' });
    expect(factsAfter(proposed, rejected, accepted)).toMatchObject({ revision: 1, status: 'accepted' });
  });

  it('tell the links that lead from it', () => {
    const link = { linkId: 'k1', toClaimId: 'c2', relation: 'repeats' } as const;
    const linked: ClaimEvent = { type: 'ClaimLinked', data: link };
    expect(claimLinksOf(stateOf(claimDecider, [proposed, accepted, linked]))).toEqual([link]);
    expect(claimLinksOf(stateOf(claimDecider, [proposed]))).toEqual([]);
  });
});

describe('a rateable claim', () => {
  it.each<[Checkability, boolean]>([
    ['factual', true],
    ['fragment', true],
    ['satire', true],
    ['opinion', false],
    ['prediction', false],
    ['intent', false],
    ['unverifiable', false],
  ])('%s: %s', (checkability, expected) => {
    expect(isRateable({ checkability })).toBe(expected);
  });
});

const ministry: Party = { key: 'org:ministry', name: 'Ministry of Defence', kind: 'organisation' };
const kcna: Party = { key: 'org:kcna', name: 'KCNA', kind: 'organisation' };

const proposed: ClaimEvent = {
  type: 'ClaimProposed',
  data: {
    submissionId: 's1',
    revision: 1,
    spans: [{ start: 0, end: 10 }],
    quote: 'We have no',
    text: 'North Korea has never had arms dealings with Russia',
    language: 'en',
    claimant: ministry,
    conveyors: [kcna, ministry, kcna],
    voice: 'quoted',
    statedOn: { precision: 'unresolved' },
    registeredBy: 'ana',
    by: 'ben',
  },
};
const accepted: ClaimEvent = {
  type: 'ClaimAccepted',
  data: { severity: 'medium', checkability: 'factual', topics: ['arms'], by: 'cleo' },
};
const rejected: ClaimEvent = { type: 'ClaimProposalRejected', data: { code: 'trivial' } };
