import { stateOf } from '#kernel';
import type { Recorded } from '#kernel';
import { recorded } from '#kernel/testing';
import { checkDecider } from '../../domain/check.decider.js';
import type { CheckEvent } from '../../domain/check.events.js';
import { NO_HIDDEN_LINKS } from '../../domain/hidden-links.js';
import {
  ana,
  answered,
  asked,
  cleo,
  inReview,
  linked,
  policyWith,
  questionWithdrawn,
  reassessed,
  replyReceived,
  replyRequested,
  replyWindowClosed,
  researched,
  researching,
  unlinked,
  withVersion,
} from '../../domain/testing/index.js';
import { checkPage } from './check-page.answer.js';
import { checkIn } from './check-page.fold.js';
import { seenBy } from './seen.js';

const THEN = '2026-11-22T10:00:01.000Z';

describe('the links of a check', () => {
  const past = [
    ...researched(),
    linked('l3', 3, 'org:kcna'),
    reassessed('l2', 4, { stance: 'supports', nature: 'data', originGroup: 'org:la-times', note: 'Counted again.' }),
    reassessed('l2', 5, { stance: 'supports', weight: 'low' }),
    unlinked('l3', 6),
  ];

  it('stand by stance and origin group, as they are weighed now, and last those that were taken away', () => {
    const shown = pageOf(past).links.map(({ linkId, stance, nature, weight, originGroup, note }) => ({
      linkId,
      stance,
      nature,
      weight,
      originGroup,
      note,
    }));
    expect(shown).toEqual([
      {
        linkId: 'l2',
        stance: 'supports',
        nature: 'record',
        weight: 'low',
        originGroup: 'us-government',
        note: 'Counted again.',
      },
      { linkId: 'l1', stance: 'refutes', nature: 'assertion', weight: 'low', originGroup: 'dprk-government' },
      { linkId: 'l3', stance: 'supports', nature: 'record', weight: 'medium', originGroup: 'org:kcna' },
    ]);
  });

  it('keep how they were weighed before, with the reasons', () => {
    const [link] = pageOf(past).links;
    expect(link?.assessments).toMatchObject([
      { evidenceSet: 2, nature: 'assertion', originGroup: 'us-government', by: 'ben', at: THEN },
      { evidenceSet: 4, nature: 'data', originGroup: 'org:la-times', reason: 'It is a record of who said it.' },
      { evidenceSet: 5, nature: 'record', originGroup: 'us-government' },
    ]);
    expect(pageOf(past).links[2]?.unlinked).toEqual({
      evidenceSet: 6,
      reason: 'It is about another delivery.',
      by: 'ben',
      at: THEN,
    });
  });

  it('tell what each evidence set contained', () => {
    const { evidenceSet, evidenceSets } = pageOf(past);
    expect(evidenceSet).toBe(6);
    expect(evidenceSets.map((one) => [one.evidenceSet, one.change, one.linkId, one.linkIds])).toEqual([
      [1, 'linked', 'l1', ['l1']],
      [2, 'linked', 'l2', ['l1', 'l2']],
      [3, 'linked', 'l3', ['l1', 'l2', 'l3']],
      [4, 'reassessed', 'l2', ['l1', 'l2', 'l3']],
      [5, 'reassessed', 'l2', ['l1', 'l2', 'l3']],
      [6, 'unlinked', 'l3', ['l1', 'l2']],
    ]);
  });
});

describe('the sources of a check', () => {
  it('are counted for each finding before anybody drafts a verdict', () => {
    const past = [
      ...researching({ policy: policyWith({ sources: { minIndependent: 2 } }) }),
      linked('l1', 1, 'agency'),
      linked('l2', 2, 'agency', { nature: 'data' }),
      linked('l3', 3, 'ministry', { nature: 'assertion' }),
      linked('l4', 4, 'institute', { stance: 'refutes', nature: 'analysis' }),
    ];
    const { originGroups, needed, byFinding } = pageOf(past).sources;
    expect([originGroups, needed]).toEqual([['agency', 'ministry', 'institute'], 2]);
    const counted = Object.fromEntries(
      byFinding.map(({ finding, independentGroups, isEnough }) => [finding, [independentGroups, isEnough]]),
    );
    expect(counted).toMatchObject({
      supported: [['agency'], false],
      refuted: [['institute'], false],
      mixed: [['agency', 'institute'], true],
      insufficient_evidence: [[], true],
    });
    expect(byFinding).toHaveLength(11);
  });
});

describe('the questions of a check', () => {
  it('show first those that nobody has answered, to reviewers too', () => {
    const past = [...researched(), asked('q1'), asked('q2'), asked('q3'), answered(), questionWithdrawn('q2')];
    const seen = pageOf([...past, ...inReview().slice(researched().length)], cleo).questions;
    expect(seen).toEqual([
      { questionId: 'q3', text: 'Which material was published?', status: 'open', askedBy: 'ana', askedAt: THEN },
      {
        questionId: 'q1',
        text: 'Which material was published?',
        status: 'answered',
        askedBy: 'ana',
        askedAt: THEN,
        answer: 'None was found.',
        linkIds: ['l2'],
        settledBy: 'ben',
        settledAt: THEN,
      },
      {
        questionId: 'q2',
        text: 'Which material was published?',
        status: 'withdrawn',
        askedBy: 'ana',
        askedAt: THEN,
        reason: 'The next question asks the same.',
        settledBy: 'ana',
        settledAt: THEN,
      },
    ]);
  });
});

describe('the replies of a check', () => {
  it('show who was asked what until when, and what came of it, late or not', () => {
    const past = [
      ...researched(),
      replyRequested('rp1'),
      replyRequested('rp2'),
      replyRequested('rp3'),
      replyWindowClosed('rp2', 'declined'),
      replyReceived('rp2', { late: true, publishable: false }),
      replyWindowClosed('rp3'),
    ];
    const { replies } = pageOf(past, cleo);
    expect(replies).toMatchObject([
      { replyId: 'rp1', channel: 'email', requestedBy: 'ana', status: 'requested', considered: false },
      {
        replyId: 'rp2',
        status: 'answered',
        closed: { outcome: 'declined', by: 'ana', at: THEN },
        received: { text: 'We do not comment on intelligence.', publishable: false, late: true, recordedBy: 'ben' },
      },
      { replyId: 'rp3', status: 'no_answer', closed: { outcome: 'no_answer' } },
    ]);
    expect([replies[0]?.closed, replies[2]?.received]).toEqual([undefined, undefined]);
  });

  it('are considered once a version is published', () => {
    const past = withVersion();
    const page = pageOf([...past.slice(0, 4), replyRequested(), replyReceived(), ...past.slice(4)]);
    expect(page.replies).toMatchObject([{ status: 'answered', considered: true }]);
  });
});

const pageOf = (past: readonly CheckEvent[], viewer = ana) => {
  const state = stateOf(checkDecider, past);
  const page = checkIn(seenBy(viewer, streamOf(past), state, NO_HIDDEN_LINKS), state, () => undefined);
  if (page === undefined) throw new Error('No page.');
  const { evidenceSet, evidenceSets, links, sources, questions, replies } = page;
  return parts.parse(JSON.parse(JSON.stringify({ evidenceSet, evidenceSets, links, sources, questions, replies })));
};

/** As the answer describes them. */
const parts = checkPage.pick({
  evidenceSet: true,
  evidenceSets: true,
  links: true,
  sources: true,
  questions: true,
  replies: true,
});

const streamOf = (past: readonly CheckEvent[]): readonly Recorded<CheckEvent>[] =>
  past.map((event, place) => ({ ...recorded(event, 'c4', ana), version: place + 1 }));
