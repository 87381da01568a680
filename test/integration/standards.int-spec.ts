import { ChecksWorkerModule } from '#worker/checks';
import { StandardsWorkerModule } from '#worker/standards';
import { startApi } from '../support/api.js';
import type { Admin, Answer, TestApi } from '../support/api.js';
import { activate, memberOf } from '../support/members.js';
import { until } from '../support/until.js';

jest.setTimeout(60_000);

describe('the standards of a desk', () => {
  let api: TestApi;
  let admin: Admin;
  let eva: string;
  let fay: string;
  let auditor: string;

  beforeAll(async () => {
    api = await startApi({}, [StandardsWorkerModule, ChecksWorkerModule]);
    admin = await api.makeDesk('standards');
    await activate(api, admin.adminId, admin.token);
    eva = await memberOf(api, admin, 'approver');
    fay = await memberOf(api, admin, 'approver');
    auditor = await memberOf(api, admin, 'auditor');
  });

  afterAll(() => api.stop());

  const send = (token: string, what: string, verb: string, body: object) =>
    api.post(`/v1/${what}/${verb}`, body, { token });

  const scale = async (id = 'five-step') => (await api.get(`/v1/scales/${id}`, { token: auditor })).json<ScaleAnswer>();

  const listed = async (list: string) => {
    const answer = await api.get(`/v1/${list}`, { token: auditor });
    return answer.json<{ readonly items?: readonly Readonly<Record<string, unknown>>[]; readonly position: number }>();
  };

  it('are made with it: four scales and a policy, for every member to read', async () => {
    const scales = await until(async () => {
      const { items } = await listed('scales');
      return items?.length === 4 && items.every(({ published }) => published === 1) && items;
    });
    expect(scales.map(({ scaleId }) => scaleId)).toEqual(['five-step', 'four-class', 'six-step', 'text-only']);
    const policies = await until(async () => (await listed('policies')).items?.filter(({ active }) => active === 1));
    expect(policies).toEqual([{ policyId: 'default', name: 'Default', active: 1, pinned: [] }]);
    expect((await listed('policies')).position).toBeGreaterThan(0);
    const { versions } = await scale('six-step');
    expect(versions[0]?.labels.map(({ key }) => key).slice(0, 2)).toEqual(['absurd', 'false']);
    expect(versions[0]).toMatchObject({ drafted: { by: 'service:installer' }, inForce: { by: 'service:installer' } });
  });

  it('come into force by two people, and a published label never changes', async () => {
    const before = await scale();
    const [first] = before.versions;
    const labels = first?.labels.map((label) => (label.key === 'true' ? { ...label, text: { en: 'Correct' } } : label));
    expect(ok(await send(eva, 'scales/five-step', 'draft-scale-version', { labels, note: 'Plainer.' }))).toBe(true);
    expect(refusal(await send(fay, 'scales/five-step', 'draft-scale-version', { labels }))).toEqual([
      409,
      'scale/wrong-stage',
    ]);
    const publish = (token: string, version: number) =>
      send(token, 'scales/five-step', 'publish-scale-version', { version });
    expect(refusal(await publish(eva, 2))).toEqual([403, 'standards/own-draft']);
    expect(refusal(await publish(auditor, 2))).toEqual([403, 'desk/role-missing']);
    expect(ok(await publish(fay, 2))).toBe(true);
    expect(refusal(await publish(fay, 1))).toEqual([409, 'standards/version-published']);
    expect(refusal(await publish(fay, 3))).toEqual([422, 'standards/version-unknown']);

    const { versions } = await scale();
    expect(JSON.stringify(versions[0])).toBe(JSON.stringify(first));
    expect(versions[1]).toMatchObject({
      version: 2,
      note: 'Plainer.',
      differences: [{ field: 'labels.true.text.en', before: 'True', after: 'Correct' }],
    });
  });

  it('name an approver who drafted a policy, and an admin who brings it into force', async () => {
    const rules = { review: { quorum: { medium: 3 } } };
    const drafted = await send(eva, 'policies/default', 'draft-policy-version', {
      rules,
      note: 'Three in election weeks.',
    });
    expect(ok(drafted)).toBe(true);
    const activate = (token: string) => send(token, 'policies/default', 'activate-policy-version', { version: 2 });
    expect(refusal(await activate(eva))).toEqual([403, 'standards/own-draft']);
    expect(ok(await activate(admin.token))).toBe(true);
    const policy = (await api.get('/v1/policies/default', { token: auditor })).json<object>();
    expect(policy).toMatchObject({
      active: 2,
      versions: [{ version: 1 }, { version: 2, differences: [{ field: 'review.quorum.medium', before: 2, after: 3 }] }],
    });
  });

  const draft = (rules: object) => send(eva, 'policies/default', 'draft-policy-version', { rules, note: 'Lax.' });

  it('refuse rules outside their bounds, and rules that nobody knows', async () => {
    const outside = await draft({ review: { quorum: { critical: 6 } } });
    expect(outside.json()).toMatchObject({ status: 422, code: 'standards/policy-unknown', field: 'review.quorum' });
    expect(refusal(await draft({ approvals: {} }))).toEqual([422, 'desk/unknown-field']);
  });

  it('know one external scale for each publisher, and map it', async () => {
    const theirs = { name: 'Theirs', kind: 'external', publisherHost: 'checks.example' };
    expect((await send(eva, 'scales/theirs', 'define-scale', theirs)).statusCode).toBe(201);
    await until(async () => (await listed('scales')).items?.some(({ scaleId }) => scaleId === 'theirs'));
    expect(refusal(await send(eva, 'scales/again', 'define-scale', theirs))).toEqual([409, 'standards/host-taken']);
    const labels = [{ key: 'wrong', text: { en: 'Wrong' }, definition: { en: 'It is.' }, findings: ['refuted'] }];
    expect(ok(await send(eva, 'scales/theirs', 'draft-scale-version', { labels }))).toBe(true);
    const map = (toScaleId: string) =>
      send(eva, 'scales/theirs', 'map-scale', {
        version: 1,
        toScaleId,
        toVersion: 1,
        map: [{ from: 'wrong', to: 'false' }],
      });
    expect(refusal(await map('six-step'))).toEqual([422, 'standards/version-unknown']);
    expect(ok(await send(fay, 'scales/theirs', 'publish-scale-version', { version: 1 }))).toBe(true);
    expect(refusal(await map('seven-step'))).toEqual([422, 'standards/scale-unknown']);
    expect(ok(await map('six-step'))).toBe(true);
    expect((await scale('theirs')).mappings).toMatchObject([{ toScaleId: 'six-step', map: [{ to: 'false' }] }]);
  });

  it('are not there under another key', async () => {
    expect(refusal(await api.get('/v1/scales/unheard-of', { token: eva }))).toEqual([404, 'scale/not-found']);
    expect(refusal(await api.get('/v1/policies/unheard-of', { token: eva }))).toEqual([404, 'policy/not-found']);
  });
});

type ScaleAnswer = {
  readonly versions: readonly { readonly version: number; readonly labels: readonly { readonly key: string }[] }[];
  readonly mappings: readonly unknown[];
};

const ok = ({ statusCode }: Answer): boolean => statusCode === 200;

const refusal = (answer: Answer): readonly [number, string] => [
  answer.statusCode,
  answer.json<{ readonly code: string }>().code,
];
