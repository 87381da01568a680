import { v7 } from 'uuid';
import { CommandCarriers } from '#platform/commands';
import { sampleEvent as event } from '../../support/samples.js';
import { TwoApis, checkBy, statusesOf } from './two-apis.js';

jest.setTimeout(60_000);

describe('publications, with two APIs at work', () => {
  let both: TwoApis;

  beforeAll(async () => {
    both = await TwoApis.start();
  });

  afterAll(() => both?.stop());

  const approved = () => both.caseWith((people) => checkBy(people).approved);

  const publishing = async (id: string, who: 'eva' | 'fay') => ({
    path: `/v1/checks/${id}/publish-verdict`,
    body: { versionNo: 1 },
    ask: { token: await both.tokenOf(who), version: `"${(await both.eventsOf(`check-${id}`)).length}"` },
  });

  it('9. two approvers who publish at once give one version, and one of them hears that his is stale', async () => {
    const id = await approved();
    const answers = await both.atOnce(await publishing(id, 'eva'), await publishing(id, 'fay'));
    expect(statusesOf(answers)).toEqual([200, 412]);
    expect(answers.find(({ statusCode }) => statusCode === 412)?.json()).toMatchObject({ code: 'check/stale' });
    expect(await both.eventsOf(`check-${id}`, 'VerdictPublished')).toMatchObject([{ data: { versionNo: 1 } }]);
  });

  it('24. a scheduled publication that runs twice at once, and again, publishes once', async () => {
    const publishAt = '2026-01-01T00:00:00.000Z';
    const id = await both.caseWith((people) => [
      ...checkBy(people).approved,
      event('VerdictScheduled', { versionNo: 1, scheduleNo: 1, publishAt }),
    ]);
    const publish = () => ({
      type: 'PublishVerdict',
      id,
      data: { versionNo: 1, scheduleNo: 1 },
      deskId: both.desk.deskId,
      commandId: v7(),
      correlationId: v7(),
      actor: { kind: 'service', id: 'service:publish-verdict', roles: [] } as const,
      at: new Date().toISOString(),
    });
    const [one, other] = [both.one.app, both.other.app].map((app) => app.get(CommandCarriers));
    await both.meeting([() => one!.send('check', publish()), () => other!.send('check', publish())]);
    await one!.send('check', publish());
    expect(await both.eventsOf(`check-${id}`, 'VerdictPublished')).toMatchObject([{ data: { versionNo: 1 } }]);
  });

  it('23. a merge that is known when publication is decided blocks it, and moves no event', async () => {
    const id = await approved();
    await both.happened('claim', id, [event('ClaimMerged', { intoClaimId: v7() })]);
    const before = await both.eventsOf(`check-${id}`);
    const { path, body, ask } = await publishing(id, 'eva');
    const answer = await both.one.post(path, body, ask);
    expect([answer.statusCode, answer.json()]).toEqual([409, expect.objectContaining({ code: 'check/claim-merged' })]);
    expect(await both.eventsOf(`check-${id}`)).toEqual(before);
  });

  it('23. a merge at the same moment leaves both streams whole: each is there, or was refused', async () => {
    const id = await approved();
    const into = await both.caseWith(() => []);
    const merging = {
      path: `/v1/claims/${id}/merge-claim`,
      body: { intoClaimId: into, reason: 'It says the same of the same shells.' },
      ask: { token: await both.tokenOf('ana') },
    };
    const [published, merged] = await both.atOnce(await publishing(id, 'eva'), merging);
    const done = (answer: typeof published) => (answer?.statusCode === 200 ? 1 : 0);
    expect(await both.eventsOf(`check-${id}`, 'VerdictPublished')).toHaveLength(done(published));
    expect(await both.eventsOf(`claim-${id}`, 'ClaimMerged')).toHaveLength(done(merged));
  });
});
