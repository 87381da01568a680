import { jobsFor } from '#kernel';
import type { ClaimEvent } from '../domain/claim.events.js';
import { recorded } from '#kernel/testing';
import { accepted, ana, merged, proposed } from '../domain/testing/claims.js';
import { findSimilarClaimsWhenWorded } from './find-similar-claims-when-worded.js';

const normalised: ClaimEvent = { type: 'ClaimNormalised', data: { text: 'No arms at all', reason: 'Shorter so.' } };

describe('a claim that is accepted or worded anew', () => {
  it.each([accepted, normalised])('is compared with others: $type', (event) => {
    const jobs = jobsFor(findSimilarClaimsWhenWorded, { ...recorded(event, 'c4', ana), version: 7 });
    expect(jobs).toMatchObject([
      {
        id: 'find-similar-claims.1.c4.7',
        job: { queue: 'text', retry: 'timer' },
        data: { payload: { claimId: 'c4' } },
      },
    ]);
  });

  it.each([proposed, merged])('is the only one that is: not after $type', (event) => {
    expect(jobsFor(findSimilarClaimsWhenWorded, recorded(event, 'c4', ana))).toEqual([]);
  });
});
