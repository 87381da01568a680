import { specify } from '#kernel/testing';
import type { RecordExternalChecks } from './claim.commands.js';
import { claimDecider } from './claim.decider.js';
import type { ClaimEvent } from './claim.events.js';
import { ana, ben, command, inForce, job, merged, proposed } from './testing/claims.js';

const given = specify(claimDecider);

const found = {
  matcher: 'words',
  matcherVersion: '1',
  candidates: [
    { claimId: 'c1', score: 0.8 },
    { claimId: 'c2', score: 0.4 },
  ],
};
const suggested: ClaimEvent = { type: 'SimilarClaimsSuggested', data: found };
const dismissal = { claimId: 'c1', reason: 'It is about drones.' };
const dismissed: ClaimEvent = { type: 'SuggestionDismissed', data: dismissal };

describe('suggesting similar claims', () => {
  const record = command('RecordSimilarClaims', found, job);

  it('records what the matcher found, and which matcher', () => {
    given(...inForce)
      .when(record)
      .thenEvents(suggested);
  });

  it('has nothing to say when nothing was found, or the claim is not in force', () => {
    given(...inForce)
      .when(command('RecordSimilarClaims', { ...found, candidates: [] }, job))
      .thenNothing();
    given(proposed).when(record).thenNothing();
    given(...inForce, merged)
      .when(record)
      .thenNothing();
  });

  it('is for programs only', () => {
    given(...inForce)
      .when({ ...record, actor: ana })
      .thenRefused('desk/role-missing');
  });
});

describe('dismissing a suggestion', () => {
  const dismiss = command('DismissSuggestion', dismissal);

  it('records who decided, and why', () => {
    given(...inForce, suggested)
      .when(dismiss)
      .thenEvents(dismissed);
    given(...inForce, suggested)
      .when(command('DismissSuggestion', { claimId: 'c2' }))
      .thenEvents({ type: 'SuggestionDismissed', data: { claimId: 'c2' } });
  });

  it('refuses a claim that nobody suggested', () => {
    given(...inForce)
      .when(dismiss)
      .thenRefused('claim/suggestion-unknown');
  });

  it('stands, even if the claim is suggested again', () => {
    given(...inForce, suggested, dismissed)
      .when(dismiss)
      .thenRefused('claim/suggestion-unknown');
    given(...inForce, suggested, dismissed, suggested)
      .when(dismiss)
      .thenRefused('claim/suggestion-unknown');
  });

  it('is possible only with a claim in force, and for editors', () => {
    given(proposed).when(dismiss).thenRefused('claim/not-accepted');
    given(...inForce, suggested, merged)
      .when(dismiss)
      .thenRefused('claim/not-accepted');
    given(...inForce, suggested)
      .when({ ...dismiss, actor: ben })
      .thenRefused('desk/role-missing');
  });
});

describe('recording checks of others', () => {
  it('numbers what is new from 1 on', () => {
    given(...inForce)
      .when(record(item('x1', 'h1'), item('x2', 'h1')))
      .thenEvents(checksFound([item('x1', 'h1'), 1], [item('x2', 'h1'), 1]));
  });

  it('leaves out what has not changed, and numbers what has', () => {
    given(...inForce, checksFound([item('x1', 'h1'), 1], [item('x2', 'h1'), 1]))
      .when(record(item('x1', 'h1'), item('x2', 'h2')))
      .thenEvents(checksFound([item('x2', 'h2'), 2]));
  });

  it('compares with what was found last, also within one list', () => {
    const past = [...inForce, checksFound([item('x1', 'h1'), 1]), checksFound([item('x1', 'h2'), 2])];
    given(...past)
      .when(record(item('x1', 'h1'), item('x1', 'h1')))
      .thenEvents(checksFound([item('x1', 'h1'), 3]));
  });

  it('knows the key of one source from that of another', () => {
    given(...inForce, checksFound([item('x1', 'h1'), 1]))
      .when(command('RecordExternalChecks', { source: 'other', items: [item('x1', 'h1')] }, job))
      .thenEvents({
        type: 'ExternalChecksFound',
        data: { source: 'other', items: [{ ...item('x1', 'h1'), revision: 1 }] },
      });
  });

  it('has nothing to say when none is left, or the claim is not in force', () => {
    given(...inForce)
      .when(record())
      .thenNothing();
    given(...inForce, checksFound([item('x1', 'h1'), 1]))
      .when(record(item('x1', 'h1')))
      .thenNothing();
    given(proposed)
      .when(record(item('x1', 'h1')))
      .thenNothing();
  });

  it('is for programs only', () => {
    given(...inForce)
      .when({ ...record(item('x1', 'h1')), actor: ana })
      .thenRefused('desk/role-missing');
  });
});

type Item = RecordExternalChecks['data']['items'][number];

function item(externalKey: string, hash: string): Item {
  const said = { claimText: 'Never any arms', label: 'Unproven', finding: 'unmapped' } as const;
  return { externalKey, hash, publisher: 'Another desk', url: 'https://checks.example/1', ...said };
}

function record(...items: readonly Item[]) {
  return command('RecordExternalChecks', { source: 'archive', items }, job);
}

function checksFound(...items: readonly (readonly [Item, number])[]): ClaimEvent {
  const all = items.map(([one, revision]) => ({ ...one, revision }));
  return { type: 'ExternalChecksFound', data: { source: 'archive', items: all } };
}
