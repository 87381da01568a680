import { recorded } from '#kernel/testing';
import type { ClaimEvent } from '#features/claims';
import { claimIn } from './claim-page.fold.js';
import { externalChecksIn, mergerIn, quoteChecksIn, revisionsIn, submissionsIn } from './claim-page.history.js';
import { suggestionsIn } from './claim-page.suggestions.js';

const kirby = { key: 'person:john-kirby', name: 'John Kirby', kind: 'person' } as const;
const agency = { key: 'org:kcna', name: 'KCNA', kind: 'organisation' } as const;
const statedOn = { precision: 'unresolved' } as const;
const reason = 'So it is.';

const proposed: ClaimEvent = {
  type: 'ClaimProposed',
  data: {
    submissionId: 's1',
    revision: 1,
    spans: [{ start: 0, end: 6 }],
    quote: 'shells',
    text: 'Russia gets shells',
    language: 'en',
    claimant: kirby,
    conveyors: [agency],
    voice: 'quoted',
    statedOn,
    registeredBy: 'ana',
    by: 'ana',
  },
};
const accepted: ClaimEvent = {
  type: 'ClaimAccepted',
  data: { severity: 'medium', checkability: 'factual', by: 'ana' },
};
const normalised: ClaimEvent = {
  type: 'ClaimNormalised',
  data: { text: 'Russia buys shells', reason: 'He says buys.' },
};
const attributed: ClaimEvent = {
  type: 'ClaimAttributed',
  data: { claimant: agency, conveyors: [], voice: 'reported', statedOn, reason },
};
const classified: ClaimEvent = {
  type: 'ClaimCheckabilityClassified',
  data: { checkability: 'intent', reason: 'A plan, no deed.' },
};
const severe: ClaimEvent = { type: 'ClaimSeveritySet', data: { severity: 'high', reason } };
const topics: ClaimEvent = { type: 'ClaimTopicsSet', data: { topics: ['war'] } };
const withdrawn: ClaimEvent = { type: 'ClaimAppearanceWithdrawn', data: { appearanceId: 'a1', reason } };
const attached: ClaimEvent = { type: 'ClaimSubmissionAttached', data: { submissionId: 's2', spans: [], demand: 2 } };
const merged: ClaimEvent = { type: 'ClaimMerged', data: { intoClaimId: 'c9', reason } };
const unmerged: ClaimEvent = { type: 'ClaimUnmerged', data: { reason } };
const linked: ClaimEvent = { type: 'ClaimLinked', data: { linkId: 'k1', toClaimId: 'c9', relation: 'repeats' } };
const unlinked: ClaimEvent = { type: 'ClaimUnlinked', data: { linkId: 'k1', reason } };
const dismissed: ClaimEvent = { type: 'SuggestionDismissed', data: { claimId: 'c9' } };
const quoted: ClaimEvent = {
  type: 'QuoteChecked',
  data: { evidenceId: 'e1', primaryText: 'guns', translated: false, result: 'altered' },
};

const appeared = (appearanceId: string): ClaimEvent => ({
  type: 'ClaimAppearanceAdded',
  data: { appearanceId, url: 'https://example.org/', appearedOn: statedOn },
});

const found = (hash: string, revision: number): ClaimEvent => {
  const said = { publisher: 'Another desk', url: 'https://checks.example/1', claimText: 'Shells', label: 'Unproven' };
  const item = { externalKey: 'x1', ...said, finding: 'unmapped', hash, revision } as const;
  return { type: 'ExternalChecksFound', data: { source: 'archive', items: [item] } };
};

const suggested = (...candidates: readonly (readonly [string, number])[]): ClaimEvent => ({
  type: 'SimilarClaimsSuggested',
  data: { matcher: 'm', matcherVersion: '1', candidates: candidates.map(([claimId, score]) => ({ claimId, score })) },
});

describe('the page of a claim that was changed', () => {
  const events = past(normalised, attributed, classified, severe, topics);

  it('shows what holds now', () => {
    expect(claimIn(events)).toMatchObject({
      version: 7,
      text: 'Russia buys shells',
      claimant: agency,
      conveyors: [],
      voice: 'reported',
      accepted: { revision: 4, checkability: 'intent', severity: 'high', topics: ['war'] },
    });
  });

  it('shows how it was in each revision, by whom and why', () => {
    expect(revisionsIn(events)).toMatchObject([
      { revision: 1, change: 'accepted', text: 'Russia gets shells', checkability: 'factual', by: 'ana' },
      { revision: 2, change: 'normalised', text: 'Russia buys shells', claimant: kirby, reason: 'He says buys.' },
      { revision: 3, change: 'attributed', text: 'Russia buys shells', claimant: agency },
      { revision: 4, change: 'classified', checkability: 'intent', reason: 'A plan, no deed.' },
    ]);
  });

  it('shows no appearance that was withdrawn, and every submission', () => {
    const both = past(appeared('a1'), appeared('a2'), withdrawn, attached);
    expect(claimIn(both)?.appearances.map(({ appearanceId }) => appearanceId)).toEqual(['a2']);
    expect(submissionsIn(both).map(({ submissionId }) => submissionId)).toEqual(['s1', 's2']);
  });

  it('shows where it was merged to, until that is undone', () => {
    expect([claimIn(past(merged))?.status, mergerIn(past(merged))?.intoClaimId]).toEqual(['merged', 'c9']);
    expect([claimIn(past(merged, unmerged))?.status, mergerIn(past(merged, unmerged))]).toEqual([
      'accepted',
      undefined,
    ]);
    expect(claimIn(past(merged, unmerged, merged))?.status).toBe('merged');
  });

  it('shows what its quote came to, and of each check of others the last revision', () => {
    expect(quoteChecksIn(past(quoted), () => 'whole')).toMatchObject([
      { evidenceId: 'e1', result: 'altered', by: 'ana' },
    ]);
    expect(externalChecksIn(past(found('h1', 1), found('h2', 2)))).toMatchObject([{ externalKey: 'x1', revision: 2 }]);
  });
});

describe('the suggestions of a claim', () => {
  it('are the most alike first, each as it was suggested last', () => {
    const twice = past(suggested(['c8', 0.5], ['c9', 0.7]), suggested(['c8', 0.9]));
    expect(suggestionsIn(twice)).toMatchObject([
      { claimId: 'c8', score: 0.9 },
      { claimId: 'c9', score: 0.7 },
    ]);
    expect(suggestionsIn(twice)[0]).not.toHaveProperty('decision');
  });

  it.each<[string, ClaimEvent]>([
    ['linked', linked],
    ['merged', merged],
    ['dismissed', dismissed],
  ])('tell that somebody %s them', (is, event) => {
    expect(suggestionsIn(past(suggested(['c9', 0.7]), event))).toMatchObject([{ decision: { is, by: 'ana' } }]);
  });

  it.each<[string, readonly ClaimEvent[]]>([
    ['a link that was taken back', [linked, unlinked]],
    ['a merger that was undone', [merged, unmerged]],
  ])('are open again after %s', (_, events) => {
    expect(suggestionsIn(past(suggested(['c9', 0.7]), ...events))[0]).not.toHaveProperty('decision');
  });
});

function past(...events: readonly ClaimEvent[]) {
  const ana = { kind: 'member', id: 'ana', roles: ['editor'] } as const;
  return [proposed, accepted, ...events].map((event) => recorded(event, 'c4', ana));
}
