import { claimFactsOf, claimStream, submissionFactsOf, submissionStream } from '#features/claims';
import { evidenceFactsOf, evidenceStream } from '#features/evidence';
import type { EvidenceFacts } from '#features/evidence';
import { storageKeyOf } from '#platform/file-store';
import { tellCheck } from './check-tale.js';
import type { Surroundings } from './surroundings.js';
import type { Tale } from './tale.js';
import type { Statement } from './texts.js';

const ARCHIVIST = { kind: 'service', id: 'service:archive-evidence', roles: [] } as const;

/** A text that came in, the claims in it, and the checks of those that are worth one: as many of these as are said. */
export const tellDossier = (tale: Tale, around: Surroundings, checks: number): void => {
  const { chance } = tale;
  const { actor: editor } = chance.pick(around.people.editors);
  const statements = Array.from({ length: checks + chance.between(0, 1) }, () => around.statements.next(chance));
  const submissionId = tale.newId();
  tale.tell(submissionStream, editor, {
    type: 'RegisterSubmission',
    id: submissionId,
    data: {
      kind: chance.weighed([
        ['article', 6],
        ['tip', 3],
        ['feed', 1],
      ]),
      text: statements.map(({ text }) => text).join('\n'),
      title: statements[0]?.text.slice(0, 80) ?? 'Untitled',
      language: 'en',
    },
    facts: { policy: around.policy, idOfKey: undefined },
  });
  const claims = statements.map((statement, place) => {
    const start = statements.slice(0, place).reduce((sum, { text }) => sum + Array.from(text).length + 1, 0);
    return propose(tale, { editor, submissionId, statement, start });
  });
  const checked = claims.slice(0, checks);
  for (const id of claims.slice(checks)) leave(tale, editor, id);
  if (!chance.isOneIn(12)) tale.tell(submissionStream, editor, { type: 'CompleteTriage', id: submissionId, data: {} });
  const evidence = Array.from({ length: Math.max(2, around.policy.rules.sources.minIndependent) }, (_, place) =>
    capture(tale, around, place),
  );
  for (const id of checked) {
    tale.tell(claimStream, editor, {
      type: 'AcceptClaim',
      id,
      data: {
        severity: chance.weighed([
          ['low', 30],
          ['medium', 45],
          ['high', 20],
          ['critical', 5],
        ]),
        checkability: 'factual',
        topics: [chance.pick(['health', 'war', 'economy', 'climate', 'elections'])],
      },
    });
    const claim = claimFactsOf(id, tale.stateOf(claimStream, id));
    if (claim === undefined) throw new Error('A claim was accepted and is not there.');
    tellCheck(tale, around, { claim, editor, evidence });
  }
};

type Proposal = {
  readonly editor: Surroundings['people']['editors'][number]['actor'];
  readonly submissionId: string;
  readonly statement: Statement;
  readonly start: number;
};

const propose = (tale: Tale, { editor, submissionId, statement: { text, by }, start }: Proposal): string => {
  const id = tale.newId();
  const day = tale.now.slice(0, 10);
  tale.tell(claimStream, editor, {
    type: 'ProposeClaim',
    id,
    data: {
      submissionId,
      revision: 1,
      spans: [{ start, end: start + Array.from(text).length }],
      quote: text,
      text,
      language: 'en',
      claimant: by,
      conveyors: [],
      voice: 'quoted',
      statedOn: { from: day, to: day, precision: 'day', basis: 'The text is of that day.' },
    },
    facts: { submission: submissionFactsOf(tale.stateOf(submissionStream, submissionId), 1) },
  });
  return id;
};

/** What becomes of a claim that gets no check. */
const leave = (tale: Tale, editor: Proposal['editor'], id: string): void => {
  const fate = tale.chance.weighed([
    ['proposed', 2],
    ['rejected', 2],
    ['opinion', 3],
    ['waiting', 3],
  ]);
  if (fate === 'rejected') tale.tell(claimStream, editor, { type: 'RejectProposal', id, data: { code: 'duplicate' } });
  if (fate === 'opinion' || fate === 'waiting') {
    const checkability = fate === 'opinion' ? 'opinion' : 'factual';
    tale.tell(claimStream, editor, { type: 'AcceptClaim', id, data: { severity: 'low', checkability } });
  }
};

const capture = (tale: Tale, { people, file: { sha256, bytes } }: Surroundings, place: number): EvidenceFacts => {
  const { actor: researcher } = tale.chance.pick(people.researchers);
  const id = tale.newId();
  tale.tell(evidenceStream, researcher, {
    type: 'CaptureEvidence',
    id,
    data: {
      kind: 'document',
      title: `Record ${tale.chance.between(100, 9999)}`,
      originGroup: `org:source-${place}-${tale.chance.between(1, 400)}`,
      note: 'Read in the archive.',
    },
    facts: { file: undefined },
  });
  const mediaType = 'text/plain';
  const data = { archiveRun: 1, sha256, bytes, mediaType, storageKey: storageKeyOf(sha256), tool: 'seed' };
  tale.tell(evidenceStream, ARCHIVIST, { type: 'RecordArchive', id, data });
  const facts = evidenceFactsOf(id, tale.stateOf(evidenceStream, id));
  if (facts === undefined) throw new Error('Evidence was captured and is not there.');
  return facts;
};
