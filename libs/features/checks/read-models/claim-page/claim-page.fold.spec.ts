import { recorded } from '#kernel/testing';
import type { ClaimEvent } from '#features/claims';
import { claimIn } from './claim-page.fold.js';

describe('the page of a claim', () => {
  it('is nothing before there is a proposal', () => {
    expect(claimIn([])).toBeUndefined();
  });

  it('shows what was proposed', () => {
    expect(claimOf(proposed)).toMatchObject({
      claimId: 'c4',
      version: 1,
      status: 'proposed',
      submissionId: 's1',
      spans: [{ start: 1607, end: 1711 }],
      proposedBy: 'ana',
      appearances: [],
    });
  });

  it('shows as what it was accepted', () => {
    expect(claimOf(proposed, accepted)).toMatchObject({
      version: 2,
      status: 'accepted',
      accepted: { checkability: 'factual', severity: 'medium', topics: [], acceptedBy: 'ana' },
    });
  });

  it('shows why it was rejected, until it is accepted after all', () => {
    expect(claimOf(proposed, rejected)).toMatchObject({ status: 'rejected', rejected: { code: 'trivial' } });
    const page = claimOf(proposed, rejected, accepted);
    expect([page?.status, page?.rejected]).toEqual(['accepted', undefined]);
  });

  it('lists its appearances', () => {
    const appearance = {
      appearanceId: 'ap1',
      url: 'https://latimes.test/',
      appearedOn: { precision: 'unresolved' },
    } as const;
    const page = claimOf(proposed, accepted, { type: 'ClaimAppearanceAdded', data: appearance });
    expect(page?.appearances).toEqual([appearance]);
  });
});

const claimOf = (...events: readonly ClaimEvent[]) =>
  claimIn(events.map((event) => recorded(event, 'c4', { kind: 'member', id: 'ana', roles: ['editor'] })));

const proposed: ClaimEvent = {
  type: 'ClaimProposed',
  data: {
    submissionId: 's1',
    revision: 1,
    spans: [{ start: 1607, end: 1711 }],
    quote: 'is covertly supplying',
    text: 'North Korea covertly supplies shells',
    language: 'en',
    claimant: { key: 'person:john-kirby', name: 'John Kirby', kind: 'person' },
    conveyors: [],
    voice: 'quoted',
    statedOn: { precision: 'unresolved' },
    registeredBy: 'ana',
    by: 'ana',
  },
};

const accepted: ClaimEvent = {
  type: 'ClaimAccepted',
  data: { severity: 'medium', checkability: 'factual', by: 'ana' },
};

const rejected: ClaimEvent = { type: 'ClaimProposalRejected', data: { code: 'trivial' } };
