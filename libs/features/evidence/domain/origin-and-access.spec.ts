import type { Actor } from '#kernel';
import { stateOf } from '#kernel';
import { by, specify } from '#kernel/testing';
import type { MemberFacts } from '#features/members';
import type { EvidenceCommand } from './evidence.commands.js';
import { evidenceDecider } from './evidence.decider.js';
import type { EvidenceEvent } from './evidence.events.js';
import { evidenceFactsOf } from './evidence.facts.js';
import {
  acknowledged,
  ana,
  archived,
  ben,
  captured,
  eva,
  failed,
  gus,
  hal,
  job,
  lifted,
  originAssessed,
  requested,
  restricted,
} from './testing/evidence.js';

const given = specify(evidenceDecider);

const EVERYWHERE = [
  ['capturing', [captured()]],
  ['archived', [captured(), archived()]],
  ['failed', [captured(), failed()]],
  ['acknowledged', [captured(), failed(), acknowledged()]],
  ['being tried again', [captured(), failed(), requested(2)]],
] as const;

describe('assessing the origin', () => {
  it.each(EVERYWHERE)('is possible while it is %s', (_, past) => {
    given(...past)
      .when(assess('org:kcna'))
      .thenEvents(originAssessed('org:kcna'));
  });

  it('is for every editorial role and for services', () => {
    for (const actor of [ana, ben, eva, job])
      given(captured()).when(assess('org:kcna', actor)).thenEvents(originAssessed('org:kcna'));
    for (const actor of [gus, hal]) given(captured()).when(assess('org:kcna', actor)).thenRefused('desk/role-missing');
  });

  it('may confirm what the capture said, once', () => {
    given(captured()).when(assess('us-government')).thenEvents(originAssessed('us-government'));
    given(captured(), originAssessed('us-government')).when(assess('us-government')).thenNothing();
    given(captured(), originAssessed('org:kcna'))
      .when(assess('us-government'))
      .thenEvents(originAssessed('us-government'));
  });

  it('is refused for what is not there', () => {
    given().when(assess('org:kcna')).thenRefused('evidence/not-found');
  });

  it('changes the group that later links take', () => {
    expect(factsAfter(captured(), originAssessed('org:kcna'))).toMatchObject({ originGroup: 'org:kcna' });
  });
});

describe('restricting access', () => {
  it.each(EVERYWHERE)('is possible while it is %s', (_, past) => {
    given(...past)
      .when(restrict(['ben']))
      .thenEvents(restricted('ben'));
  });

  it('is for editors and approvers', () => {
    given(captured())
      .when(restrict(['ben'], eva))
      .thenEvents(restricted('ben'));
    for (const actor of [ben, gus, hal])
      given(captured())
        .when(restrict(['ben'], actor))
        .thenRefused('desk/role-missing');
    given(captured())
      .when(restrict(['ben'], job))
      .thenRefused('desk/service-forbidden');
  });

  it('names only members who are active', () => {
    given(captured())
      .when(restrict(['ben', 'zoe']))
      .thenRefused('evidence/member-unknown');
    given(captured())
      .when(restrict(['ben'], ana, [{ ...known('ben'), active: false }]))
      .thenRefused('evidence/member-unknown');
  });

  it('is refused for what is not there before anybody is asked about members', () => {
    given()
      .when(restrict(['zoe']))
      .thenRefused('evidence/not-found');
  });

  it('may name others, and is done already for the same, in any order', () => {
    given(captured(), restricted('ben'))
      .when(restrict(['ben', 'eva']))
      .thenEvents(restricted('ben', 'eva'));
    given(captured(), restricted('ben', 'eva'))
      .when(restrict(['eva', 'ben']))
      .thenNothing();
    given(captured(), restricted('ben', 'eva'))
      .when(restrict(['ben']))
      .thenEvents(restricted('ben'));
    given(captured(), restricted('ben'), lifted)
      .when(restrict(['ben']))
      .thenEvents(restricted('ben'));
  });

  it('is a fact for other features', () => {
    expect(factsAfter(captured(), restricted('ben'))).toMatchObject({ restrictedTo: ['ben'] });
    expect(factsAfter(captured(), restricted('ben'), lifted)?.restrictedTo).toBeUndefined();
  });
});

describe('lifting a restriction', () => {
  it('shows it to everybody again', () => {
    given(captured(), restricted('ben')).when(lift()).thenEvents(lifted);
    given(captured(), restricted('ben')).when(lift(eva)).thenEvents(lifted);
  });

  it('is done already where nothing is restricted', () => {
    given(captured()).when(lift()).thenNothing();
    given(captured(), restricted('ben'), lifted).when(lift()).thenNothing();
  });

  it('is refused for what is not there', () => {
    given().when(lift()).thenRefused('evidence/not-found');
  });

  it('is for editors and approvers, whether they are named or not', () => {
    for (const actor of [ben, gus, hal])
      given(captured(), restricted('ben')).when(lift(actor)).thenRefused('desk/role-missing');
  });
});

const factsAfter = (...past: readonly EvidenceEvent[]) => evidenceFactsOf('e1', stateOf(evidenceDecider, past));

const known = (memberId: string): MemberFacts => ({ memberId, active: true, roles: [], interests: [] });

function assess(originGroup: string, actor: Actor = ana): EvidenceCommand {
  return { type: 'AssessOrigin', data: { originGroup, reason: 'It cites nobody else.' }, ...by(actor) };
}

function restrict(
  memberIds: readonly string[],
  actor: Actor = ana,
  members: readonly MemberFacts[] = [known('ben'), known('eva')],
): EvidenceCommand {
  const data = { memberIds, reason: 'Its source would be known.' };
  return { type: 'RestrictAccess', data, facts: { members }, ...by(actor) };
}

function lift(actor: Actor = ana): EvidenceCommand {
  return { type: 'LiftRestriction', data: { reason: 'Its source has spoken.' }, ...by(actor) };
}
