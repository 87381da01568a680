import type { Actor } from '#kernel';
import { by, specify } from '#kernel/testing';
import type { ClaimCommand } from './claim.commands.js';
import { claimDecider } from './claim.decider.js';
import type { ClaimEvent } from './claim.events.js';
import type { ClaimStatus } from './claim.facts.js';
import { ana, ben, command, eva, inForce, job, merged, proposed, rejected } from './testing/claims.js';

const given = specify(claimDecider);

const bond = { linkId: 'k1', toClaimId: 'c1', relation: 'contradicts' } as const;
const linked: ClaimEvent = { type: 'ClaimLinked', data: bond };
const parting = { linkId: 'k1', reason: 'They speak of two years.' };
const unlinked: ClaimEvent = { type: 'ClaimUnlinked', data: parting };

describe('taking back a link', () => {
  const unlink = command('UnlinkClaim', parting);

  it('ends it', () => {
    given(...inForce, linked)
      .when(unlink)
      .thenEvents(unlinked);
  });

  it('refuses one that does not lead from this claim, or not any more', () => {
    given(...inForce)
      .when(unlink)
      .thenRefused('claim/link-unknown');
    given(...inForce, linked, unlinked)
      .when(unlink)
      .thenRefused('claim/link-unknown');
  });

  it('lets the two be linked anew, under another id', () => {
    given(...inForce, linked, unlinked)
      .when(link('k1'))
      .thenRefused('claim/id-taken');
    given(...inForce, linked, unlinked)
      .when(link('k2'))
      .thenEvents({ type: 'ClaimLinked', data: { ...bond, linkId: 'k2' } });
  });

  it('is possible only with a claim in force, and for editors', () => {
    given(proposed).when(unlink).thenRefused('claim/not-accepted');
    given(...inForce, linked, merged)
      .when(unlink)
      .thenRefused('claim/not-accepted');
    given(...inForce, linked)
      .when({ ...unlink, actor: ben })
      .thenRefused('desk/role-missing');
  });
});

describe('merging a claim', () => {
  it.each([undefined, 'shelved', 'withdrawn', 'voided'])('is possible while its own check is %s', (stage) => {
    given(...inForce)
      .when(merge({ stage }))
      .thenEvents(merged);
  });

  it.each(['open', 'researching', 'in_review', 'decided', 'approved', 'published'])(
    'waits for a check that is %s',
    (stage) => {
      given(...inForce)
        .when(merge({ stage }))
        .thenRefused('claim/check-in-progress');
    },
  );

  it.each(['proposed', 'rejected', 'merged'] as const)('refuses a target that is %s', (status) => {
    given(...inForce)
      .when(merge({ status }))
      .thenRefused('claim/target-not-accepted');
  });

  it('refuses itself', () => {
    given(...inForce)
      .when(merge({ into: 'c4' }))
      .thenRefused('claim/target-not-accepted');
  });

  it('refuses a target that is not there, before it asks for anything else', () => {
    given(...inForce)
      .when(merge({ status: 'unknown', stage: 'open' }))
      .thenRefused('claim/target-unknown');
    given(...inForce)
      .when(merge({ status: 'merged', stage: 'open' }))
      .thenRefused('claim/target-not-accepted');
  });

  it('is done once', () => {
    given(...inForce, merged)
      .when(merge({}))
      .thenRefused('claim/not-accepted');
  });

  it('is possible only with a claim in force, and for editors', () => {
    given().when(merge({})).thenRefused('claim/not-found');
    given(proposed).when(merge({})).thenRefused('claim/not-accepted');
    given(proposed, rejected).when(merge({})).thenRefused('claim/not-accepted');
    given(...inForce)
      .when(merge({ actor: ben }))
      .thenRefused('desk/role-missing');
    given(...inForce)
      .when(merge({ actor: job }))
      .thenRefused('desk/service-forbidden');
  });
});

describe('undoing a merger', () => {
  const reason = 'The other is about rockets.';
  const unmerge = command('UnmergeClaim', { reason }, eva);
  const unmerged: ClaimEvent = { type: 'ClaimUnmerged', data: { reason } };

  it('lets the claim stand for itself again, with all that it had', () => {
    given(...inForce, linked, merged)
      .when(unmerge)
      .thenEvents(unmerged);
    given(...inForce, linked, merged, unmerged)
      .when(command('UnlinkClaim', parting))
      .thenEvents(unlinked);
    given(...inForce, merged, unmerged)
      .when(merge({}))
      .thenEvents(merged);
  });

  it('is possible only where one was merged, and for editors', () => {
    given().when(unmerge).thenRefused('claim/not-found');
    given(proposed).when(unmerge).thenRefused('claim/not-accepted');
    given(...inForce)
      .when(unmerge)
      .thenRefused('claim/not-accepted');
    given(...inForce, merged)
      .when({ ...unmerge, actor: ben })
      .thenRefused('desk/role-missing');
  });
});

describe('a claim that was merged', () => {
  it('cannot be linked', () => {
    given(...inForce, merged)
      .when(link('k1'))
      .thenRefused('claim/not-accepted');
  });
});

function link(linkId: string): ClaimCommand {
  return { type: 'LinkClaim', data: { ...bond, linkId }, facts: { target: { relationsToThis: [] } }, ...by(ana) };
}

type Circumstances = {
  readonly into?: string;
  readonly status?: ClaimStatus | 'unknown';
  readonly stage?: string | undefined;
  readonly actor?: Actor;
};

function merge({ into = 'c1', status = 'accepted', stage, actor = ana }: Circumstances): ClaimCommand {
  const target = status === 'unknown' ? undefined : { status };
  const data = { intoClaimId: into, reason: 'Both say the same.' };
  return { type: 'MergeClaim', data, facts: { target, stage }, ...by(actor) };
}
