import { v7 } from 'uuid';
import { ChecksWorkerModule } from '#worker/checks';
import { ClaimsWorkerModule } from '#worker/claims';
import { EvidenceWorkerModule } from '#worker/evidence';
import { startApi } from '../support/api.js';
import type { Answer, TestApi } from '../support/api.js';
import { activate, memberOf } from '../support/members.js';
import { until } from '../support/until.js';

jest.setTimeout(90_000);

const TEXT = 'A spokesman said that North Korea was covertly shipping artillery shells to Russia. KCNA denied it.';
const [QUOTE, DENIAL] = ['North Korea was covertly shipping artillery shells to Russia', 'KCNA denied it'];
const reason = 'So the newsroom decided.';
const KIRBY = { key: 'person:john-kirby', name: 'John Kirby', kind: 'person' };
const AGENCY = { key: 'org:kcna', name: 'KCNA', kind: 'organisation' };
const UNRESOLVED = { precision: 'unresolved' };

describe('claims', () => {
  let api: TestApi;
  let editor: string;
  let researcher: string;
  let approver: string;
  let submissionId: string;

  beforeAll(async () => {
    api = await startApi({}, [ClaimsWorkerModule, EvidenceWorkerModule, ChecksWorkerModule]);
    const admin = await api.makeDesk('desk');
    await activate(api, admin.adminId, admin.token);
    editor = await memberOf(api, admin, 'editor');
    researcher = await memberOf(api, admin, 'reviewer');
    approver = await memberOf(api, admin, 'approver');
    submissionId = v7();
    const article = { kind: 'article', text: TEXT, language: 'en' };
    await done(api.post(`/v1/submissions/${submissionId}/register-submission`, article, { token: editor }));
  });

  afterAll(() => api.stop());

  const send = (id: string, verb: string, body: unknown, token = editor) =>
    api.post(`/v1/claims/${id}/${verb}`, body, { token });
  const check = (id: string, verb: string, body: unknown, token = editor) =>
    api.post(`/v1/checks/${id}/${verb}`, body, { token });
  const page = async (id: string) => (await api.get(`/v1/claims/${id}`, { token: editor })).json();
  const list = async (filter: string) =>
    (await api.get(`/v1/claims?${filter}`, { token: editor })).json().items as readonly { readonly claimId: string }[];

  /** Each about something else, unless it is worded alike. */
  const claimOf = async (text: string, quote = QUOTE, claimant: unknown = KIRBY): Promise<string> => {
    const id = v7();
    const start = Array.from(TEXT.slice(0, TEXT.indexOf(quote))).length;
    const spans = [{ start, end: start + Array.from(quote).length }];
    const said = { claimant, conveyors: [], voice: 'reported', statedOn: UNRESOLVED };
    await done(send(id, 'propose-claim', { submissionId, revision: 1, spans, quote, text, language: 'en', ...said }));
    await done(send(id, 'accept-claim', { severity: 'medium', checkability: 'factual' }));
    return id;
  };

  it('that are worded alike are suggested to each other, and a person decides', async () => {
    const first = await claimOf('Pyongyang covertly ships artillery shells to Moscow');
    const second = await claimOf('Pyongyang secretly ships artillery shells to Moscow');
    const other = await claimOf('Elephants are afraid of mice');
    const [suggestion] = await until(async () => {
      const { suggestions } = await page(second);
      return suggestions.length > 0 && suggestions;
    }, 'a suggestion');
    expect(suggestion).toMatchObject({ claimId: first, matcher: 'words-and-trigrams', matcherVersion: '1' });
    expect(suggestion.score).toBeGreaterThan(0.5);

    expect(refusalOf(await send(second, 'dismiss-suggestion', { claimId: other }))).toBe('claim/suggestion-unknown');
    await done(send(second, 'dismiss-suggestion', { claimId: first, reason }));
    expect((await page(second)).suggestions).toMatchObject([{ claimId: first, decision: { is: 'dismissed', reason } }]);

    await done(send(other, 'normalise-claim', { text: 'Pyongyang ships artillery shells to Moscow', reason }));
    await until(async () => (await page(other)).suggestions.length === 2, 'suggestions after the new wording');
  });

  it('are found by their words, their parties, and by what is missing', async () => {
    const id = await claimOf('Unicorns graze on the moon', DENIAL, AGENCY);
    await done(send(id, 'classify-checkability', { checkability: 'opinion', reason }));
    await until(async () => (await list('text=unicorn')).length === 1, 'the claim in the list');
    for (const filter of ['text=MOON%20unicorns', 'text="graze on"', 'party=org:kcna', 'checkability=opinion'])
      expect((await list(filter)).map(({ claimId }) => claimId)).toEqual([id]);
    expect(await list('text=unicorns%20-moon')).toEqual([]);
    expect((await list('text=unicorns'))[0]).toMatchObject({
      demand: 1,
      finding: 'not_checkable',
      checkability: 'opinion',
    });
  });

  it('are merged, and stand for themselves again', async () => {
    const [stays, goes] = [await claimOf('Zebras have stripes'), await claimOf('Giraffes have long necks')];
    expect(refusalOf(await send(goes, 'merge-claim', { intoClaimId: v7(), reason }))).toBe('claim/target-unknown');
    expect(refusalOf(await send(goes, 'merge-claim', { intoClaimId: goes, reason }))).toBe('claim/target-not-accepted');

    await done(check(stays, 'open-check', {}));
    expect(refusalOf(await send(stays, 'merge-claim', { intoClaimId: goes, reason }))).toBe('claim/check-in-progress');

    await done(send(goes, 'merge-claim', { intoClaimId: stays, reason }));
    expect(refusalOf(await send(stays, 'merge-claim', { intoClaimId: goes, reason }))).toBe(
      'claim/target-not-accepted',
    );
    expect(refusalOf(await check(goes, 'open-check', {}))).toBe('check/claim-merged');
    expect(refusalOf(await send(goes, 'normalise-claim', { text: 'Necks', reason }))).toBe('claim/not-accepted');
    expect(await page(goes)).toMatchObject({ status: 'merged', merged: { intoClaimId: stays, standsFor: stays } });
    await until(async () => (await page(stays)).mergedFrom.includes(goes), 'the merger at its other end');
    await until(async () => (await list('status=merged')).length === 1, 'the merged claim in the list');

    await done(send(goes, 'unmerge-claim', { reason }));
    await done(check(goes, 'open-check', {}));
    expect((await page(goes)).status).toBe('accepted');
    await until(async () => (await page(stays)).mergedFrom.length === 0, 'the end of the merger');
  });

  it('lead over two mergers to the one that stands for all', async () => {
    const ids = [await claimOf('Whales sing'), await claimOf('Bats sleep'), await claimOf('Owls hunt')] as const;
    await done(send(ids[0], 'merge-claim', { intoClaimId: ids[1], reason }));
    await done(send(ids[1], 'merge-claim', { intoClaimId: ids[2], reason }));
    await until(async () => (await page(ids[0])).merged.standsFor === ids[2], 'the end of the way');
  });

  it('that are changed under a check meet it where it stands', async () => {
    const id = await claimOf('Penguins can fly');
    await done(check(id, 'open-check', {}));
    const assignmentId = v7();
    const memberId = (await api.get('/v1/members/me', { token: researcher })).json().memberId as string;
    await done(check(id, 'offer-assignment', { assignmentId, memberId, capacity: 'researcher' }));
    await done(check(id, 'accept-assignment', { assignmentId }, researcher));
    const evidenceId = v7();
    const note = { kind: 'interview', title: 'A call', originGroup: 'org:zoo', note: 'Said on the telephone.' };
    await done(api.post(`/v1/evidence/${evidenceId}/capture-evidence`, note, { token: researcher }));
    const link = { linkId: v7(), evidenceId, stance: 'refutes', nature: 'record', weight: 'high' };
    await done(check(id, 'link-evidence', link, researcher));

    const submit = {
      proposal: { finding: 'refuted', strength: 'high', rationale: 'No penguin was ever seen in the air.' },
    };
    const archived = async () => (await api.get(`/v1/evidence/${evidenceId}`, { token: editor })).json().status;
    await until(async () => (await archived()) === 'archived', 'the copy of the evidence');

    expect(refusalOf(await check(id, 'submit-for-review', submit, researcher))).toBe('check/date-unresolved');
    const statedOn = { from: '2022-11-02', to: '2022-11-02', precision: 'day', basis: 'So says the briefing.' };
    await done(send(id, 'attribute-claim', { claimant: AGENCY, conveyors: [], voice: 'own', statedOn, reason }));
    await done(send(id, 'classify-checkability', { checkability: 'satire', reason }));
    await done(check(id, 'submit-for-review', submit, researcher));

    const { accepted, revisions, ...rest } = await page(id);
    expect(rest).toMatchObject({ claimant: AGENCY, statedOn, stage: 'ready_for_review' });
    expect(accepted).toMatchObject({ revision: 3, checkability: 'satire' });
    expect(revisions).toMatchObject([
      { change: 'accepted' },
      { change: 'attributed' },
      { change: 'classified', reason },
    ]);
  });

  it('have their quote compared with the source, by whoever works on cases', async () => {
    const id = await claimOf('Ostriches hide their heads');
    const words = { evidenceId: v7(), primaryText: 'North Korea was shipping shells to Russia', translated: false };
    await done(send(id, 'record-quote-check', words, researcher));
    await done(send(id, 'record-quote-check', { ...words, primaryText: `“${QUOTE}!”` }, approver));
    expect((await page(id)).quoteChecks.map(({ result }: { result: string }) => result)).toEqual([
      'altered',
      'normalised',
    ]);
  });
});

const done = async (asked: Promise<Answer>): Promise<void> => {
  const answer = await asked;
  if (answer.statusCode >= 300) throw new Error(`${answer.statusCode}: ${answer.payload}`);
};

const refusalOf = (answer: Answer): string => answer.json().code;
