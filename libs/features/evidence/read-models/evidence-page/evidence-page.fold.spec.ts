import type { Actor } from '#kernel';
import type { EvidenceEvent } from '../../domain/evidence.events.js';
import {
  RECORDED_AT,
  SHA256,
  acknowledged,
  ana,
  archived,
  ben,
  captured,
  failed,
  gus,
  lifted,
  originAssessed,
  requested,
  restricted,
  streamOf,
} from '../../domain/testing/evidence.js';
import { evidencePage } from './evidence-page.answer.js';
import { evidencePageOf } from './evidence-page.fold.js';

describe('the page of one piece of evidence', () => {
  it('is none of what is not there', () => {
    expect(evidencePageOf(ana, [])).toBeUndefined();
  });

  it('shows what was captured, by whom and when', () => {
    expect(pageAfter(captured())).toEqual({
      evidenceId: 'e1',
      version: 1,
      sight: 'whole',
      kind: 'web_page',
      title: 'A briefing',
      url: 'https://example.org/',
      originGroup: 'us-government',
      origins: [{ originGroup: 'us-government', assessedBy: 'ana', assessedAt: RECORDED_AT }],
      capturedBy: 'ana',
      capturedAt: RECORDED_AT,
      status: 'capturing',
      archiveRun: 1,
      runs: [{ archiveRun: 1, begunBy: 'ana', begunAt: RECORDED_AT }],
      copies: [],
      flags: [],
    });
  });

  it('shows the copy, and not where the desk keeps it', () => {
    const page = pageAfter(captured(), archived());
    expect(page).toMatchObject({
      status: 'archived',
      copies: [{ archiveRun: 1, sha256: SHA256, bytes: 7, mediaType: 'text/html', archivedAt: RECORDED_AT }],
    });
    expect(JSON.stringify(page)).not.toContain('secret-place');
  });

  it('shows the failure of the last run, until another begins', () => {
    expect(pageAfter(captured(), failed())).toMatchObject({
      status: 'failed',
      failure: { code: 'timeout', attempts: 6, failedAt: RECORDED_AT },
    });
    expect(pageAfter(captured(), failed(), requested(2))).toMatchObject({ status: 'capturing', archiveRun: 2 });
    expect(pageAfter(captured(), failed(), requested(2))?.failure).toBeUndefined();
  });

  it('shows who goes on without a copy, and why', () => {
    expect(pageAfter(captured(), failed(), acknowledged())).toMatchObject({
      status: 'acknowledged',
      failure: { code: 'timeout' },
      acknowledged: { reason: 'It was seen by two.', acknowledgedBy: 'ana' },
    });
    expect(pageAfter(captured(), failed(), acknowledged(), requested(2))?.acknowledged).toBeUndefined();
  });

  it('keeps every run with what came of it', () => {
    const { runs } =
      pageAfter(
        captured(),
        failed(),
        acknowledged(),
        requested(2),
        failed(2),
        requested(3),
        archived({ archiveRun: 3 }),
      ) ?? {};
    expect(runs).toMatchObject([
      { archiveRun: 1, failure: { detail: 'It took too long.' }, acknowledged: { reason: 'It was seen by two.' } },
      { archiveRun: 2, failure: { archiveRun: 2 } },
      { archiveRun: 3, copy: { sha256: SHA256 } },
    ]);
  });

  it('shows how its origin was seen over time, with the reasons', () => {
    expect(pageAfter(captured(), originAssessed('org:kcna'))).toMatchObject({
      originGroup: 'org:kcna',
      origins: [{ originGroup: 'us-government' }, { originGroup: 'org:kcna', reason: 'It cites nobody else.' }],
    });
  });

  it('says to whom it is restricted and why, as long as it is', () => {
    const restriction = { memberIds: ['ben'], reason: 'Its source would be known.', restrictedBy: 'ana' };
    for (const viewer of [ana, ben, gus])
      expect(pageFor(viewer, captured(), restricted('ben'))).toMatchObject({ restriction, flags: ['restricted'] });
    expect(pageAfter(captured(), restricted('ben'), lifted)?.restriction).toBeUndefined();
  });

  it('is what the API says that it is', () => {
    for (const viewer of [ana, ben, gus])
      for (const events of [
        [captured()],
        [captured(), archived(), restricted('ben')],
        [captured(), failed(), acknowledged(), originAssessed('org:kcna'), restricted('ben')],
      ])
        expect(evidencePage.safeParse(pageFor(viewer, ...events)).error).toBeUndefined();
  });
});

describe('evidence that is restricted', () => {
  it('looks the same whatever it says, to all who are not named', () => {
    for (const viewer of [ana, gus])
      expect(pageFor(viewer, ...saying('this'))).toEqual(pageFor(viewer, ...saying('other')));
    expect(pageFor(ana, ...saying('this'))).toEqual(pageFor(ana, ...saying('this', 'ee'.repeat(32))));
  });

  it('shows its hash to auditors', () => {
    expect(pageFor(gus, ...saying('this'))).toMatchObject({ sight: 'hash', copies: [{ sha256: SHA256 }] });
    expect(JSON.stringify(pageFor(ana, ...saying('this')))).not.toContain(SHA256);
  });

  it('is whole for those who are named', () => {
    expect(pageFor(ben, ...saying('this'))).toMatchObject({ sight: 'whole', title: 'this', copies: [{ bytes: 4 }] });
  });
});

/** Evidence open to Ben alone that says these words, and of which people wrote them. */
const saying = (words: string, sha256 = SHA256) => [
  captured({
    title: words,
    url: `https://${words}.example/`,
    note: words,
    file: { name: words, bytes: words.length, mediaType: 'text/plain', sha256 },
  }),
  failed(1, words),
  acknowledged(words),
  requested(2),
  archived({ archiveRun: 2, bytes: words.length, sha256 }),
  originAssessed('org:kcna', words),
  restricted('ben'),
];

const pageFor = (viewer: Actor, ...events: readonly EvidenceEvent[]) => evidencePageOf(viewer, streamOf(events));

const pageAfter = (...events: readonly EvidenceEvent[]) => pageFor(ana, ...events);
