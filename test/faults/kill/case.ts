import { v7 } from 'uuid';
import { DocketProblem } from '#client';
import type { MemberAtWork } from '../../../apps/docket/src/demo/member-at-work.js';
import type { Player } from '../../../apps/docket/src/demo/player.js';
import { FAY } from '../../../apps/docket/src/demo/people.js';
import { CLEO_RULES, DRAFT, PROPOSAL } from '../../../apps/docket/src/demo/texts.js';

const TEXT = 'The spokesman said that the “shells had been shipped for months.';
const CLAIM = 'shells had been shipped for months';
const PARTY = { key: 'person:spokesman', name: 'The spokesman', kind: 'person' } as const;

/** Waits for what a worker does that is killed again and again. */
type Until = (what: string, isSo: () => Promise<boolean>) => Promise<void>;

const later = (milliseconds: number): string => new Date(Date.now() + milliseconds).toISOString();

/** A case that is opened, and left to its clocks: offered to somebody who never answers. */
export const playForgotten = async (player: Player): Promise<string> => {
  const checkId = await begin(player);
  await offer(player, checkId, player.ben, 'researcher');
  return checkId;
};

/** A case that goes all the way: each step that a job takes is waited for, and nothing is done in its place. */
export const playThrough = async (player: Player, until: Until): Promise<void> => {
  const { ana, ben, cleo, dan, eva } = player;
  const checkId = await begin(player);
  const evidenceId = await capture(ben);
  await offer(player, checkId, player.memberOf(FAY), 'approver');
  for (const [member, capacity] of [
    [ben, 'researcher'],
    [cleo, 'reviewer'],
    [dan, 'reviewer'],
  ] as const) {
    const assignmentId = await offer(player, checkId, member, capacity);
    await member.client.send('/v1/checks/{checkId}/accept-assignment', { checkId }, { assignmentId });
  }
  const linkId = v7();
  await ben.client.send(
    '/v1/checks/{checkId}/link-evidence',
    { checkId },
    { linkId, evidenceId, stance: 'context', nature: 'record', weight: 'low' },
  );
  await ben.client.send(
    '/v1/checks/{checkId}/request-reply',
    { checkId },
    {
      replyId: v7(),
      party: PARTY,
      purpose: 'claimant',
      channel: 'email',
      question: 'On what does it rest?',
      dueAt: later(3_000),
    },
  );
  await until(`the archive of ${evidenceId}`, async () => {
    const { status } = await ben.client.see('/v1/evidence/{evidenceId}', { evidenceId });
    return status === 'archived';
  });
  await ben.client.send('/v1/checks/{checkId}/submit-for-review', { checkId }, { proposal: PROPOSAL });
  await ana.client.send(
    '/v1/checks/{checkId}/open-round',
    { checkId },
    { purpose: 'full', reviewers: [cleo.id, dan.id] },
    { version: await ana.versionOf(checkId) },
  );
  await Promise.all(
    [cleo, dan].map((member) =>
      member.client.send(
        '/v1/checks/{checkId}/submit-ruling',
        { checkId },
        { rulingId: v7(), round: 1, ...CLEO_RULES, linkIds: [linkId] },
      ),
    ),
  );
  await until(`the reveal of ${checkId}`, async () => (await ana.page(checkId)).stage === 'decided');
  await until(`the end of the window of ${checkId}`, async () =>
    (await ana.page(checkId)).replies.every(({ status }) => status !== 'requested'),
  );
  const { disagreementNote: _, ...draft } = DRAFT;
  const asOf = new Date().toISOString().slice(0, 'YYYY-MM-DD'.length);
  await ben.client.send('/v1/checks/{checkId}/draft-verdict', { checkId }, { ...draft, asOf, citedLinkIds: [linkId] });
  await schedule(eva, checkId);
  await until(`the publication of ${checkId}`, async () => (await ana.page(checkId)).stage === 'published');
};

/** Marks of the case's clock may come between the look and the signature: then she looks again. */
const schedule = async (eva: MemberAtWork, checkId: string): Promise<void> => {
  await again(async () => {
    const { drafts, version } = await eva.page(checkId);
    const draft = drafts.at(-1);
    if (draft === undefined) throw new Error('The page of the check shows no draft.');
    const { versionNo, draftNo, contentHash } = draft;
    const approval = { versionNo, draftNo, contentHash, consideredReplyIds: [], waivers: [] };
    await eva.client.send('/v1/checks/{checkId}/approve-verdict', { checkId }, approval, { version });
  });
  await again(async () => {
    const version = await eva.versionOf(checkId);
    const wish = { versionNo: 1, publishAt: later(2_000) };
    await eva.client.send('/v1/checks/{checkId}/schedule-verdict', { checkId }, wish, { version });
  });
};

const again = async (act: () => Promise<void>): Promise<void> => {
  for (;;) {
    try {
      return await act();
    } catch (error) {
      if (!(error instanceof DocketProblem) || error.code !== 'check/stale') throw error;
    }
  }
};

const begin = async ({ ana }: Player): Promise<string> => {
  const [submissionId, checkId] = [v7(), v7()];
  await ana.client.send(
    '/v1/submissions/{submissionId}/register-submission',
    { submissionId },
    { kind: 'article', text: TEXT, language: 'en' },
  );
  const start = TEXT.indexOf(CLAIM);
  await ana.client.send(
    '/v1/claims/{claimId}/propose-claim',
    { claimId: checkId },
    {
      submissionId,
      revision: 1,
      spans: [{ start, end: start + CLAIM.length }],
      quote: CLAIM,
      text: CLAIM,
      language: 'en',
      claimant: PARTY,
      conveyors: [],
      voice: 'quoted',
      statedOn: { precision: 'unresolvable', basis: 'The text has no date line.' },
    },
  );
  await ana.client.send(
    '/v1/claims/{claimId}/accept-claim',
    { claimId: checkId },
    { severity: 'low', checkability: 'factual' },
  );
  await ana.client.send('/v1/checks/{checkId}/open-check', { checkId }, { dueAt: later(5_000) });
  return checkId;
};

const offer = async (
  { ana }: Player,
  checkId: string,
  { id: memberId }: MemberAtWork,
  capacity: 'researcher' | 'reviewer' | 'approver',
): Promise<string> => {
  const assignmentId = v7();
  const body = { assignmentId, memberId, capacity, overLoadReason: 'Everybody has much to do in this test.' };
  await ana.client.send('/v1/checks/{checkId}/offer-assignment', { checkId }, body);
  return assignmentId;
};

const capture = async (member: MemberAtWork): Promise<string> => {
  const evidenceId = v7();
  const stored = await member.client.upload(`What was kept under ${evidenceId}.`, { mediaType: 'text/plain' });
  await member.client.send(
    '/v1/evidence/{evidenceId}/capture-evidence',
    { evidenceId },
    {
      kind: 'document',
      title: 'A note on the shipments',
      originGroup: 'us-government',
      language: 'en',
      file: { ...stored, name: 'note.txt' },
    },
  );
  return evidenceId;
};
