import { thursday } from './article/dates.js';
import type { DemoCase } from './demo-case.js';
import type { Player } from './player.js';
import { DRAFT } from './texts.js';

/** Ben drafts, and may not sign what he worked on, whatever his role; Eva, who took no part, approves and publishes. */
export const publish = async (
  player: Player,
  { checkId, linkIds, publisherReplyId }: Pick<DemoCase, 'checkId' | 'linkIds' | 'publisherReplyId'>,
): Promise<void> => {
  const { ben, cleo, eva, hal, teller, time } = player;
  teller.chapter('Two people sign the verdict');
  await player.at(thursday('10:20'));
  await ben.does(
    'drafts the verdict',
    '/v1/checks/{checkId}/draft-verdict',
    { checkId },
    {
      ...DRAFT,
      asOf: time.day('2022-11-10'),
      reviewBy: time.day('2023-05-10'),
      citedLinkIds: [...linkIds],
    },
  );
  await player.at(thursday('10:30'));
  if (player.isRehearsal)
    await player.jobDid('mark-deadline', 'says that the case is due at 12:30', checkId, 'DeadlineApproached');
  const { drafts, version } = await eva.page(checkId);
  const draft = drafts.at(-1);
  if (draft === undefined) throw new Error('The page of the check shows no draft.');
  const { versionNo, draftNo, contentHash } = draft;
  const approval = { versionNo, draftNo, contentHash, consideredReplyIds: [publisherReplyId], waivers: [] };

  for (const member of [ben, cleo])
    await hal.does(
      `grants ${member.person.name} the role approver`,
      '/v1/members/{memberId}/grant-role',
      { memberId: member.id },
      { role: 'approver' },
    );
  const attempts = [
    [ben, 'approves his own work', 'check/approver-is-researcher', approval],
    [cleo, 'approves what she ruled on', 'check/approver-ruled', approval],
    [eva, 'approves without the reply', 'check/reply-not-considered', { ...approval, consideredReplyIds: [] }],
    [hal, 'approves as an admin', 'desk/role-missing', approval],
  ] as const;
  for (const [member, what, code, body] of attempts)
    await player.refused(member, what, code, () =>
      member.client.send('/v1/checks/{checkId}/approve-verdict', { checkId }, body, { version }),
    );

  await player.at(thursday('10:40'));
  await eva.does('approves version 1', '/v1/checks/{checkId}/approve-verdict', { checkId }, approval, { version });
  await player.refused(eva, 'publishes a version of the check that is gone', 'check/stale', () =>
    eva.client.send('/v1/checks/{checkId}/publish-verdict', { checkId }, { versionNo }, { version }),
  );
  await player.at(thursday('10:41'));
  await eva.does(
    'publishes version 1',
    '/v1/checks/{checkId}/publish-verdict',
    { checkId },
    { versionNo },
    { version: await eva.versionOf(checkId) },
  );
};
