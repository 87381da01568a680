import type { Actor, Span } from '#kernel';
import { by, specify } from '#kernel/testing';
import type { ClaimCommand } from './claim.commands.js';
import { claimDecider } from './claim.decider.js';
import type { ClaimEvent } from './claim.events.js';
import type { SubmissionFacts } from './submission.state.js';
import { ana, ben, command, gus, inForce, job, merged, proposed, submission } from './testing/claims.js';

const given = specify(claimDecider);

const appearance = {
  appearanceId: 'a1',
  url: 'https://example.org/a',
  appearedOn: { precision: 'unresolved' },
} as const;
const appeared: ClaimEvent = { type: 'ClaimAppearanceAdded', data: appearance };
const withdrawal = { appearanceId: 'a1', reason: 'It is another claim.' };
const withdrawn: ClaimEvent = { type: 'ClaimAppearanceWithdrawn', data: withdrawal };

describe('withdrawing an appearance', () => {
  const withdraw = command('WithdrawAppearance', withdrawal);

  it('takes it back', () => {
    given(...inForce, appeared)
      .when(withdraw)
      .thenEvents(withdrawn);
  });

  it('refuses one that is not there, or not any more', () => {
    given(...inForce)
      .when(withdraw)
      .thenRefused('claim/appearance-unknown');
    given(...inForce, appeared, withdrawn)
      .when(withdraw)
      .thenRefused('claim/appearance-unknown');
  });

  it('leaves its id in use', () => {
    given(...inForce, appeared, withdrawn)
      .when(command('AddAppearance', appearance))
      .thenRefused('claim/id-taken');
  });

  it('is possible only with a claim in force, and for editors', () => {
    given(proposed).when(withdraw).thenRefused('claim/not-accepted');
    given(...inForce, appeared, merged)
      .when(withdraw)
      .thenRefused('claim/not-accepted');
    given(...inForce, appeared)
      .when({ ...withdraw, actor: ben })
      .thenRefused('desk/role-missing');
  });
});

describe('attaching a submission', () => {
  it('counts in how many the claim occurs', () => {
    given(...inForce)
      .when(attach('s2'))
      .thenEvents(attached('s2', 2));
    given(...inForce, attached('s2', 2))
      .when(attach('s3'))
      .thenEvents(attached('s3', 3));
  });

  it('counts a submission once, however often it is attached', () => {
    given(...inForce, attached('s2', 2))
      .when(attach('s2'))
      .thenEvents(attached('s2', 2));
    given(...inForce)
      .when(attach('s1'))
      .thenEvents(attached('s1', 1));
  });

  it('takes one that is about the claim as a whole', () => {
    given(...inForce)
      .when(attach('s2', []))
      .thenEvents(attached('s2', 2, []));
  });

  it('refuses one that is not there', () => {
    given(...inForce)
      .when(attach('s2', [{ start: 0, end: 99 }], 'unknown'))
      .thenRefused('claim/submission-unknown');
  });

  it('refuses a span behind the text, counted in code points', () => {
    given(...inForce)
      .when(attach('s2', [{ start: 0, end: 8 }]))
      .thenEvents(attached('s2', 2, [{ start: 0, end: 8 }]));
    given(...inForce)
      .when(attach('s2', [{ start: 0, end: 9 }]))
      .thenRefused('claim/span-mismatch');
  });

  it('is possible only with a claim in force, and for editors', () => {
    given().when(attach('s2')).thenRefused('claim/not-found');
    given(proposed).when(attach('s2')).thenRefused('claim/not-accepted');
    given(...inForce)
      .when(attach('s2', [], submission, ben))
      .thenRefused('desk/role-missing');
  });
});

describe('checking a quote', () => {
  it('computes what comes out', () => {
    const kcna = { evidenceId: 'e1', primaryText: "we have never had 'arms dealings' with Russia", translated: true };
    given(...inForce)
      .when(command('RecordQuoteCheck', kcna, ben))
      .thenEvents({ type: 'QuoteChecked', data: { ...kcna, result: 'altered' } });
  });

  it('may be done by a program, which hears nothing when it comes too late', () => {
    const same = {
      evidenceId: 'e1',
      primaryText: 'We have never conducted arms deals with Russia.',
      translated: false,
    };
    const check = command('RecordQuoteCheck', same, job);
    given(...inForce)
      .when(check)
      .thenEvents({ type: 'QuoteChecked', data: { ...same, result: 'normalised' } });
    given(...inForce, merged)
      .when(check)
      .thenNothing();
    given(...inForce, merged)
      .when({ ...check, actor: ana })
      .thenRefused('claim/not-accepted');
    given(...inForce)
      .when({ ...check, actor: gus })
      .thenRefused('desk/role-missing');
  });
});

function attach(
  submissionId: string,
  spans: readonly Span[] = [{ start: 2, end: 7 }],
  facts: SubmissionFacts | 'unknown' = submission,
  actor: Actor = ana,
): ClaimCommand {
  const found = facts === 'unknown' ? undefined : facts;
  return { type: 'AttachSubmission', data: { submissionId, spans }, facts: { submission: found }, ...by(actor) };
}

function attached(submissionId: string, demand: number, spans: readonly Span[] = [{ start: 2, end: 7 }]): ClaimEvent {
  return { type: 'ClaimSubmissionAttached', data: { submissionId, spans, demand } };
}
