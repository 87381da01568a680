import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import { PublicDesks, notPublished } from './public-desk.js';
import type { PublicDesk } from './public-desk.js';
import { addressOf } from './publication-settings.js';
import type { PublishedCheck } from './published-check.js';
import { PublishedChecks } from './published-checks.js';
import type { Published } from './verdict-page.query.js';
import type { VersionList } from './versions.answer.js';

export class GetVersions extends Query<Published<VersionList>> {
  constructor(readonly checkId: string) {
    super();
  }
}

@QueryHandler(GetVersions)
export class GetVersionsHandler implements IQueryHandler<GetVersions> {
  constructor(
    private readonly desks: PublicDesks,
    private readonly checks: PublishedChecks,
  ) {}

  async execute({ checkId }: GetVersions): Promise<Published<VersionList>> {
    const desk = await this.desks.ofCheck(checkId);
    const [found] = await this.checks.readMany(desk, [checkId]);
    if (found === undefined) throw notPublished();
    const [check] = found;
    return { answer: versionListOf(desk, check), deskKey: desk.key, modifiedAt: check.live.publishedAt };
  }
}

export const versionListOf = (
  { settings, isRehearsal }: Pick<PublicDesk, 'settings' | 'isRehearsal'>,
  { checkId, live, versions }: PublishedCheck,
): VersionList => ({
  checkId,
  ...(isRehearsal && { rehearsal: true }),
  url: addressOf(settings, live.url),
  publisher: settings,
  versions: versions.map(({ draft, versionUrl, publishedAt, reviewBy }) => ({
    versionNo: draft.versionNo,
    url: addressOf(settings, versionUrl),
    status: draft.versionNo === live.draft.versionNo ? 'live' : 'superseded',
    publishedAt,
    title: draft.title,
    language: draft.language,
    label: draft.label,
    labelText: draft.labelText,
    finding: draft.finding,
    asOf: draft.asOf,
    reviewBy,
  })),
});
