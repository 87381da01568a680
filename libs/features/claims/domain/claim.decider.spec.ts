import type { Actor, DataOf, Party, Span } from '#kernel';
import { by, specify } from '#kernel/testing';
import type { AcceptClaim, ClaimCommand, ProposeClaim } from './claim.commands.js';
import { claimDecider } from './claim.decider.js';
import type { ClaimAccepted, ClaimEvent, ClaimProposed } from './claim.events.js';
import type { Relation } from './claim.relations.js';
import type { SubmissionFacts } from './submission.state.js';

const given = specify(claimDecider);

const TEXT = '🚀 “We have never had ‘arms dealings’ with anybody, and never will,” said a ministry.\nRelated Posts';

describe('proposing a claim', () => {
  it('records it with who registered the submission and who proposes', () => {
    given().when(propose()).thenEvents(proposed());
  });

  it('takes several spans for one quote', () => {
    const apart = { spans: [at('We have'), at('and never will')], quote: 'We have … and never will' };
    given().when(propose(apart)).thenEvents(proposed(apart));
  });

  it('counts code points, so a sign beyond 16 bits is one', () => {
    given()
      .when(propose({ spans: [{ start: 0, end: 3 }], quote: '🚀 “' }))
      .thenEvents(proposed({ spans: [{ start: 0, end: 3 }], quote: '🚀 “' }));
  });

  it('takes from a submission that was triaged', () => {
    given()
      .when(propose({}, { ...facts, status: 'triaged' }))
      .thenEvents(proposed());
  });

  it('may be done by a service', () => {
    given()
      .when(propose({}, facts, job))
      .thenEvents(proposed({ by: job.id }));
  });

  it('refuses a submission that is not there', () => {
    given().when(propose({}, 'unknown')).thenRefused('claim/submission-unknown');
  });

  it.each(['declined', 'duplicate'] as const)('refuses a submission that was turned away: %s', (status) => {
    given()
      .when(propose({}, { ...facts, status }))
      .thenRefused('claim/submission-closed');
  });

  it.each([
    ['ends behind the text', { start: 0, end: Array.from(TEXT).length + 1 }],
    ['ends before it begins', { start: 5, end: 5 }],
    ['begins before the text', { start: -1, end: 5 }],
  ])('refuses a span that %s', (_, span) => {
    given()
      .when(propose({ spans: [span] }))
      .thenRefused('claim/span-mismatch');
  });

  it('refuses spans in a revision that is not there', () => {
    given()
      .when(propose({ revision: 2 }, { ...facts, text: undefined }))
      .thenRefused('claim/span-mismatch');
  });

  it('refuses a span in page furniture, but not beside it', () => {
    const last = at('Related Posts');
    given()
      .when(propose({ spans: [{ start: last.start - 2, end: last.start + 1 }], quote: '.\nR' }))
      .thenRefused('claim/span-in-residue');
    given()
      .when(propose({ spans: [{ start: last.start - 2, end: last.start }], quote: '.\n' }))
      .thenEvents(proposed({ spans: [{ start: last.start - 2, end: last.start }], quote: '.\n' }));
  });

  it.each([
    'we have never had ‘arms dealings’',
    ' We have never had ‘arms dealings’',
    "We have never had 'arms dealings'",
  ])('refuses a quote that is not exactly the text: %s', (quote) => {
    given().when(propose({ quote })).thenRefused('claim/quote-mismatch');
  });

  it('tells its refusals in order', () => {
    const spans = [{ start: 0, end: 1000 }];
    given()
      .when(propose({ spans, quote: '' }, { ...facts, status: 'declined' }))
      .thenRefused('claim/submission-closed');
    given()
      .when(propose({ spans, quote: '' }))
      .thenRefused('claim/span-mismatch');
    given()
      .when(propose({ spans: [at('Related Posts')], quote: '' }))
      .thenRefused('claim/span-in-residue');
  });

  it('refuses an id that is in use, and tells a service that is late nothing', () => {
    given(proposed()).when(propose()).thenRefused('claim/exists');
    given(proposed())
      .when(propose({}, facts, job))
      .thenNothing();
  });

  it('refuses an auditor and an administrator', () => {
    given()
      .when(propose({}, facts, member('gus', 'auditor')))
      .thenRefused('desk/role-missing');
    given()
      .when(propose({}, facts, member('hal', 'admin')))
      .thenRefused('desk/role-missing');
  });
});

describe('accepting a claim', () => {
  it('records how it can be checked, and who says so', () => {
    given(proposed()).when(accept()).thenEvents(accepted());
  });

  it('names the fragment that is factual', () => {
    const fragment = { checkability: 'fragment', fragment: at('never had') } as const;
    given(proposed()).when(accept(fragment)).thenEvents(accepted(fragment));
  });

  it.each([
    ['is missing', { checkability: 'fragment' }],
    ['lies outside the claim', { checkability: 'fragment', fragment: at('and never will') }],
    ['is larger than the claim', { checkability: 'fragment', fragment: { start: 0, end: 60 } }],
    ['is empty', { checkability: 'fragment', fragment: { start: 10, end: 10 } }],
    ['is named though all of it is factual', { checkability: 'factual', fragment: at('never had') }],
  ] as const)('refuses a fragment that %s', (_, change) => {
    given(proposed()).when(accept(change)).thenRefused('claim/fragment-mismatch');
  });

  it('takes up what was rejected, with a reason', () => {
    const reason = { reason: 'It is a claim after all.' };
    given(proposed(), rejected).when(accept(reason)).thenEvents(accepted(reason));
    given(proposed(), rejected).when(accept()).thenRefused('claim/reason-missing');
    given(proposed(), rejected)
      .when(accept({ checkability: 'fragment' }))
      .thenRefused('claim/fragment-mismatch');
  });

  it('is not done twice', () => {
    given(proposed(), accepted()).when(accept()).thenRefused('claim/not-accepted');
  });

  it('refuses what is not there, and who is no editor', () => {
    given().when(accept()).thenRefused('claim/not-found');
    given(proposed())
      .when(accept({}, member('ben', 'reviewer')))
      .thenRefused('desk/role-missing');
    given(proposed()).when(accept({}, job)).thenRefused('desk/service-forbidden');
  });
});

describe('rejecting a proposal', () => {
  it('says why', () => {
    given(proposed()).when(reject()).thenEvents(rejected);
  });

  it('is possible only while it is proposed', () => {
    given().when(reject()).thenRefused('claim/not-found');
    given(proposed(), rejected).when(reject()).thenRefused('claim/not-accepted');
    given(proposed(), accepted()).when(reject()).thenRefused('claim/not-accepted');
    given(proposed())
      .when(reject(member('ben', 'reviewer')))
      .thenRefused('desk/role-missing');
  });
});

describe('linking a claim', () => {
  it('records how it stands to the other', () => {
    given(...inForce())
      .when(link())
      .thenEvents(linked());
  });

  it('links the same two claims in another way too', () => {
    given(...inForce(), linked())
      .when(link({ linkId: 'k2', relation: 'qualifies' }))
      .thenEvents(linked({ linkId: 'k2', relation: 'qualifies' }));
  });

  it('has nothing to do when they are linked so already, whatever the id of the link', () => {
    given(...inForce(), linked())
      .when(link())
      .thenNothing();
    given(...inForce(), linked())
      .when(link({ linkId: 'k2' }))
      .thenNothing();
  });

  it.each(['variant_of', 'same_claim_other_claimant', 'contradicts'] as const)(
    'has nothing to do when the other one is linked to this: %s reads both ways',
    (relation) => {
      given(...inForce())
        .when(link({ relation }, [relation]))
        .thenNothing();
      given(...inForce())
        .when(link({ relation }, ['extends']))
        .thenEvents(linked({ relation }));
    },
  );

  it.each(['repeats', 'part_of', 'qualifies', 'extends'] as const)('takes %s in both directions', (relation) => {
    given(...inForce())
      .when(link({ relation }, [relation]))
      .thenEvents(linked({ relation }));
  });

  it('refuses an unknown claim, itself, and the id of another link', () => {
    given(...inForce())
      .when(link({}, 'unknown'))
      .thenRefused('claim/target-unknown');
    given(...inForce())
      .when(link({ toClaimId: 'c4' }))
      .thenRefused('claim/self-link');
    given(...inForce(), linked())
      .when(link({ toClaimId: 'c5' }))
      .thenRefused('claim/id-taken');
  });

  it('is possible only once it is accepted', () => {
    given().when(link()).thenRefused('claim/not-found');
    given(proposed()).when(link()).thenRefused('claim/not-accepted');
    given(proposed(), rejected).when(link()).thenRefused('claim/not-accepted');
    given(...inForce())
      .when(link({}, [], member('ben', 'reviewer')))
      .thenRefused('desk/role-missing');
  });
});

describe('adding an appearance', () => {
  it('records the work in which it occurs', () => {
    given(...inForce())
      .when(appear())
      .thenEvents(appeared);
  });

  it('refuses an id that is in use', () => {
    given(...inForce(), appeared)
      .when(appear())
      .thenRefused('claim/id-taken');
  });

  it('is possible only once it is accepted', () => {
    given().when(appear()).thenRefused('claim/not-found');
    given(proposed()).when(appear()).thenRefused('claim/not-accepted');
    given(...inForce())
      .when(appear(member('ben', 'reviewer')))
      .thenRefused('desk/role-missing');
  });
});

/** Where these words stand. */
function at(words: string): Span {
  const start = Array.from(TEXT.slice(0, TEXT.indexOf(words))).length;
  return { start, end: start + Array.from(words).length };
}

function member(id: string, role: string): Actor {
  return { kind: 'member', id, roles: [role] };
}
const ana = member('ana', 'editor');
const job: Actor = { kind: 'service', id: 'service:propose-claims', roles: [] };

const ministry: Party = { key: 'role:ministry', name: 'A ministry', kind: 'role', unnamed: true };
const facts: SubmissionFacts = { status: 'received', registeredBy: 'ben', text: TEXT, residue: [at('Related Posts')] };

type Proposed = DataOf<ProposeClaim>;

const proposal: Proposed = {
  submissionId: 's1',
  revision: 1,
  spans: [at('We have never had ‘arms dealings’')],
  quote: 'We have never had ‘arms dealings’',
  text: 'The ministry has never had arms dealings',
  language: 'en',
  claimant: ministry,
  conveyors: [],
  voice: 'quoted',
  statedOn: { from: '2022-11-07', to: '2022-11-08', precision: 'range', basis: 'The agency carried it then.' },
};

function propose(
  change: Partial<Proposed> = {},
  submission: SubmissionFacts | 'unknown' = facts,
  actor: Actor = ana,
): ClaimCommand {
  const data = { ...proposal, ...change };
  return {
    type: 'ProposeClaim',
    data,
    facts: { submission: submission === 'unknown' ? undefined : submission },
    ...by(actor),
  };
}

function proposed(change: Partial<ClaimProposed['data']> = {}): ClaimEvent {
  return { type: 'ClaimProposed', data: { ...proposal, registeredBy: 'ben', by: 'ana', ...change } };
}

type Accepted = DataOf<AcceptClaim>;

const assessment: Accepted = { severity: 'medium', checkability: 'factual' };

function accept(change: Partial<Accepted> = {}, actor: Actor = ana): ClaimCommand {
  return { type: 'AcceptClaim', data: { ...assessment, ...change }, ...by(actor) };
}

function accepted(change: Partial<ClaimAccepted['data']> = {}): ClaimEvent {
  return { type: 'ClaimAccepted', data: { ...assessment, by: 'ana', ...change } };
}

const inForce = (): readonly ClaimEvent[] => [proposed(), accepted()];

const refusal = { code: 'wrong_span', note: 'Half a sentence.' } as const;

function reject(actor: Actor = ana): ClaimCommand {
  return { type: 'RejectProposal', data: refusal, ...by(actor) };
}
const rejected: ClaimEvent = { type: 'ClaimProposalRejected', data: refusal };

const bond = { linkId: 'k1', toClaimId: 'c1', relation: 'contradicts' } as const;
type Link = { readonly linkId: string; readonly toClaimId: string; readonly relation: Relation };

function link(
  change: Partial<Link> = {},
  relationsToThis: readonly Relation[] | 'unknown' = [],
  actor: Actor = ana,
): ClaimCommand {
  const target = relationsToThis === 'unknown' ? undefined : { relationsToThis };
  return { type: 'LinkClaim', data: { ...bond, ...change }, facts: { target }, ...by(actor) };
}

function linked(change: Partial<Link> = {}): ClaimEvent {
  return { type: 'ClaimLinked', data: { ...bond, ...change } };
}

const appearance = {
  appearanceId: 'a1',
  url: 'https://example.org/a',
  appearedOn: { precision: 'unresolved' },
} as const;

function appear(actor: Actor = ana): ClaimCommand {
  return { type: 'AddAppearance', data: appearance, ...by(actor) };
}
const appeared: ClaimEvent = { type: 'ClaimAppearanceAdded', data: appearance };
