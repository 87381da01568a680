import { v7 } from 'uuid';
import { readMaterial } from './material.js';
import type { Player } from './player.js';
import { E2, SOURCES } from './sources.js';
import type { DemoSource } from './sources.js';
import { PROPOSAL } from './texts.js';

/** Ben captures two sources, links them and hands the check over. Returns the ids of the links. */
export const research = async (player: Player, checkId: string): Promise<readonly string[]> => {
  const { ana, ben } = player;
  const linkIds: string[] = [];
  for (const source of SOURCES) {
    const evidenceId = await capture(player, source);
    if (source === E2)
      await ana.does(
        'adds that report as an appearance of C4',
        '/v1/claims/{claimId}/add-appearance',
        { claimId: checkId },
        { appearanceId: v7(), url: source.url, publisher: source.publisher, appearedOn: source.publishedOn },
      );
    const { stance, nature, weight } = source;
    const linkId = v7();
    linkIds.push(linkId);
    await ben.does(
      `links ${source.name}: ${stance}, ${nature}, weight ${weight}`,
      '/v1/checks/{checkId}/link-evidence',
      { checkId },
      { linkId, evidenceId, stance, nature, weight },
    );
  }
  await ben.does(
    `submits for review, proposing ${PROPOSAL.finding.replaceAll('_', ' ')}`,
    '/v1/checks/{checkId}/submit-for-review',
    { checkId },
    { proposal: PROPOSAL },
  );
  return linkIds;
};

const capture = async ({ ben, teller }: Player, source: DemoSource): Promise<string> => {
  const { name, file, title, url, publisher, publishedOn, originGroup } = source;
  const evidenceId = v7();
  const stored = await ben.client.upload(Buffer.from(readMaterial(file)), { mediaType: 'text/plain' });
  await ben.does(
    `captures ${name}, ${title}`,
    '/v1/evidence/{evidenceId}/capture-evidence',
    { evidenceId },
    {
      kind: 'document',
      title,
      url,
      publisher,
      publishedOn,
      originGroup,
      language: 'en',
      file: { ...stored, name: file },
    },
  );
  const page = await ben.until(
    `${name} is archived`,
    () => ben.client.see('/v1/evidence/{evidenceId}', { evidenceId }),
    ({ status }) => status !== 'capturing',
  );
  if (page.status !== 'archived') throw new Error(`${name} was not archived: it is ${page.status}.`);
  teller.job('archive-evidence', `keeps ${name} under its hash`, `evidence@${page.version} archived`);
  return evidenceId;
};
