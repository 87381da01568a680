import { Query, QueryHandler } from '@nestjs/cqrs';
import type { IQueryHandler } from '@nestjs/cqrs';
import type { Instant } from '#kernel';
import { PublicDesks, notPublished } from './public-desk.js';
import type { PublicDesk } from './public-desk.js';
import type { PublishedCheck } from './published-check.js';
import { PublishedChecks } from './published-checks.js';
import type { Shown } from './published-checks.js';
import { verdictPageOf } from './verdict-page.js';
import type { VerdictPage } from './verdict-page.answer.js';
import { modifiedAt } from './verdict-standing.js';

/** An answer for everybody, with the time for caches. */
export type Published<Answer> = { readonly answer: Answer; readonly deskKey: string; readonly modifiedAt: Instant };

/** The live version, or the one with this number. */
export class GetVerdictPage extends Query<Published<VerdictPage>> {
  constructor(
    readonly checkId: string,
    readonly versionNo?: number,
  ) {
    super();
  }
}

/** Folded from the streams, so that a verdict is public as soon as it is published. */
@QueryHandler(GetVerdictPage)
export class GetVerdictPageHandler implements IQueryHandler<GetVerdictPage> {
  constructor(
    private readonly desks: PublicDesks,
    private readonly checks: PublishedChecks,
  ) {}

  async execute({ checkId, versionNo }: GetVerdictPage): Promise<Published<VerdictPage>> {
    const desk = await this.desks.ofCheck(checkId);
    const found = await this.checks.read(desk, checkId);
    const page = found && publishedPage(desk, found, versionNo);
    if (page === undefined) throw notPublished();
    return page;
  }
}

/** The page of a version as it looks at this moment. */
export const publishedPage = (
  { key: deskKey }: PublicDesk,
  [check, shown]: readonly [PublishedCheck, Shown],
  versionNo = check.live.draft.versionNo,
): Published<VerdictPage> | undefined => {
  const version = check.versions.find(({ draft }) => draft.versionNo === versionNo);
  const around = version && shown(version);
  if (version === undefined || around === undefined) return undefined;
  const evidence = version.cited.flatMap(({ evidenceId }) => around.evidenceOf(evidenceId));
  return {
    answer: verdictPageOf(check, version, around, deskKey),
    deskKey,
    modifiedAt: modifiedAt(check, evidence),
  };
};
