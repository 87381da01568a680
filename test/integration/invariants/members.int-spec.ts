import { v7 } from 'uuid';
import type { AnyEvent } from '#kernel';
import { sampleEvent as event } from '../../support/samples.js';
import { until } from '../../support/until.js';
import { memberWith } from '../documented-examples/histories.js';
import { NAMED, TwoApis, checkBy } from './two-apis.js';

jest.setTimeout(120_000);

describe('members who lose a role while they act, with two APIs and a worker at work', () => {
  let both: TwoApis;
  let admin: string;

  beforeAll(async () => {
    both = await TwoApis.start();
    admin = await both.tokenOf('admin');
  });

  afterAll(() => both?.stop());

  const joined = async (role: string): Promise<{ readonly memberId: string; readonly token: string }> => {
    const memberId = v7();
    await both.happened('member', memberId, memberWith(role));
    return { memberId, token: await both.one.tokenOf(both.desk.deskId, memberId) };
  };

  const revoking = (memberId: string, role: string) => ({
    path: `/v1/members/${memberId}/revoke-role`,
    body: { role, reason: 'Is needed elsewhere from today on.' },
    ask: { token: admin },
  });

  it('25. a ruling stands with the role it was read with, and then the assignment ends and takes it along', async () => {
    const { memberId, token } = await joined('reviewer');
    const id = await both.caseWith((people) => {
      const holding = { assignmentId: v7(), memberId, capacity: 'reviewer' };
      const events: readonly AnyEvent[] = [
        ...checkBy(people).ready,
        event('AssignmentOffered', holding),
        event('AssignmentAccepted', holding),
        event('ReviewRoundOpened', {
          evidenceSet: 1,
          claimRevision: 1,
          reviewers: [both.people.cleo, memberId],
          quorum: 2,
          round: 1,
        }),
        { type: 'StageEntered', data: { no: 4, run: 1, stage: 'in_review', marks: [] } },
      ];
      return events;
    });
    const ruling = {
      path: `/v1/checks/${id}/submit-ruling`,
      body: {
        rulingId: v7(),
        round: 1,
        label: 'unproven',
        finding: 'insufficient_evidence',
        strength: 'low',
        rationale: 'One government asserts it and another one denies it; neither has shown anything.',
        linkIds: [NAMED.link],
      },
      ask: { token },
    };
    const answers = await both.atOnce(ruling, revoking(memberId, 'reviewer'));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(await both.eventsOf(`check-${id}`, 'RulingSubmitted')).toMatchObject([{ roles: ['reviewer'] }]);

    const [released] = await until(async () => {
      const found = await both.eventsOf(`check-${id}`, 'AssignmentReleased');
      return found.length > 0 && found;
    }, 'the release');
    expect(released?.data).toMatchObject({ memberId, code: 'role_lost', setAsideRulingIds: [ruling.body.rulingId] });
    expect(await both.eventsOf(`check-${id}`, 'RulingsRevealed')).toEqual([]);
    const late = await both.one.post(ruling.path, { ...ruling.body, rulingId: v7() }, { token });
    expect([late.statusCode, late.json()]).toEqual([403, expect.objectContaining({ code: 'desk/role-missing' })]);
  });

  it('25. a publication stands with the role it was read with, and the next act is refused', async () => {
    const { memberId, token } = await joined('approver');
    const id = await both.caseWith((people) => checkBy(people).approved);
    const version = `"${(await both.eventsOf(`check-${id}`)).length}"`;
    const publishing = { path: `/v1/checks/${id}/publish-verdict`, body: { versionNo: 1 }, ask: { token, version } };
    const answers = await both.atOnce(publishing, revoking(memberId, 'approver'));
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200]);
    expect(await both.eventsOf(`check-${id}`, 'VerdictPublished')).toMatchObject([
      { actor: memberId, roles: ['approver'] },
    ]);
    const late = await both.one.post(publishing.path, publishing.body, {
      token,
      version: `"${(await both.eventsOf(`check-${id}`)).length}"`,
    });
    expect([late.statusCode, late.json()]).toEqual([403, expect.objectContaining({ code: 'desk/role-missing' })]);
  });
});
