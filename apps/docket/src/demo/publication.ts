import type { Player } from './player.js';
import type { Case } from './review.js';
import { DRAFT } from './texts.js';

/** Ben drafts, and may not sign what he worked on, whatever his role; Eva, who took no part, approves and publishes. */
export const publish = async (player: Player, { checkId, linkIds }: Case): Promise<void> => {
  const { ben, eva, hal } = player;
  await ben.does(
    'drafts the verdict',
    '/v1/checks/{checkId}/draft-verdict',
    { checkId },
    { ...DRAFT, asOf: new Date().toISOString().slice(0, 'YYYY-MM-DD'.length), citedLinkIds: [...linkIds] },
  );
  const { drafts, version } = await eva.page(checkId);
  const draft = drafts.at(-1);
  if (draft === undefined) throw new Error('The page of the check shows no draft.');
  const { versionNo, draftNo, contentHash } = draft;
  const approval = { versionNo, draftNo, contentHash, consideredReplyIds: [], waivers: [] };

  await hal.does(
    'grants Ben the role approver',
    '/v1/members/{memberId}/grant-role',
    { memberId: ben.id },
    { role: 'approver' },
  );
  await player.refused(ben, 'approves his own work', 'check/approver-is-researcher', () =>
    ben.client.send('/v1/checks/{checkId}/approve-verdict', { checkId }, approval, { version }),
  );
  await eva.does('approves version 1', '/v1/checks/{checkId}/approve-verdict', { checkId }, approval, { version });
  await player.refused(eva, 'publishes a version of the check that is gone', 'check/stale', () =>
    eva.client.send('/v1/checks/{checkId}/publish-verdict', { checkId }, { versionNo }, { version }),
  );
  await eva.does(
    'publishes version 1',
    '/v1/checks/{checkId}/publish-verdict',
    { checkId },
    { versionNo },
    { version: await eva.versionOf(checkId) },
  );
};
