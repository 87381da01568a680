import { DataSource } from 'typeorm';
import { stateOf } from '#kernel';
import type { Actor, AnyEvent } from '#kernel';
import { by } from '#kernel/testing';
import type { ClaimEvent } from '#features/claims';
import type { EvidenceEvent } from '#features/evidence';
import type { MemberEvent } from '#features/members';
import type { PolicyEvent, ScaleEvent } from '#features/standards';
import { ReadModels } from '#platform/database';
import { MemoryEventStore, Streams } from '#platform/event-store';
import type { Loaded, StreamRef } from '#platform/event-store';
import { checkDecider } from '../domain/check.decider.js';
import {
  accept,
  amend,
  ana,
  approve,
  ben,
  claim,
  cleo,
  draft,
  eva,
  factsOf,
  fiveStep,
  inReview,
  inTieBreak,
  link,
  offer,
  openCheck,
  openRound,
  policy,
  policyWith,
  publish,
  readyForReview,
  reassess,
  recordTieBreak,
  refuse,
  researched,
  resume,
  rule,
  schedule,
  submitForReview,
  transfer,
  withApproval,
  withDraft,
  withVersion,
} from '../domain/testing/index.js';
import { ClaimLinks } from '../read-models/claim-links/claim-links.query.js';
import { Workload } from '../read-models/workload/workload.query.js';
import { CheckFacts } from './check.facts.js';

describe('the facts of a decision', () => {
  it('on opening: the claim, and the policy in force', async () => {
    const { readers, reads } = await facts();
    expect(await readers.OpenCheck(openCheck(ana), checkDecider.initialState)).toEqual({ claim, policy });
    expect(reads).toEqual([['claim-c4', 'policy-default']]);
    const unknown = openCheck(ana, { data: { policyId: 'elections' } });
    expect(await readers.OpenCheck(unknown, checkDecider.initialState)).toEqual({ claim, policy: undefined });
  });

  it('on an offer: the member, and how much he has to do', async () => {
    const { readers, reads } = await facts();
    const state = checkDecider.initialState;
    expect(await readers.OfferAssignment(offer(ana, factsOf(ben), 'researcher'), state)).toEqual({
      member: { ...factsOf(ben), openLoad: 3 },
    });
    expect(reads).toEqual([['member-ben']]);
    const stranger = offer(ana, factsOf({ id: 'zoe', roles: [] }), 'researcher');
    expect(await readers.OfferAssignment(stranger, state)).toEqual({ member: undefined });
  });

  it('on a transfer: the new member, and how much he has to do', async () => {
    const { readers, reads } = await facts();
    const asked = transfer(ana, 'cleo-reviewer', factsOf(ben));
    expect(await readers.TransferAssignment(asked, checkDecider.initialState)).toEqual({
      member: { ...factsOf(ben), openLoad: 3 },
    });
    expect(reads).toEqual([['member-ben']]);
  });

  it('on an acceptance: who accepts', async () => {
    const { readers, reads } = await facts();
    const asked = accept(ben, 'researcher');
    expect(await readers.AcceptAssignment(asked, checkDecider.initialState)).toEqual({ member: factsOf(ben) });
    expect(reads).toEqual([['member-ben']]);
  });

  it('on a link: the evidence', async () => {
    const { readers } = await facts();
    const state = checkDecider.initialState;
    expect(await readers.LinkEvidence(link(ben), state)).toEqual({ evidence: archived('e1', 'dprk-government') });
    expect(await readers.LinkEvidence(link(ben, { data: { evidenceId: 'e9' } }), state)).toEqual({
      evidence: undefined,
    });
  });

  it('on a reassessment: the evidence of that link, as it is now', async () => {
    const { readers, reads } = await facts();
    expect(await readers.ReassessEvidence(reassess(ben), after(researched()))).toEqual({
      evidence: archived('e2', 'us-government'),
    });
    expect(reads).toEqual([['evidence-e2']]);
    const unknown = reassess(ben, { data: { linkId: 'l9' } });
    expect(await readers.ReassessEvidence(unknown, after(researched()))).toEqual({ evidence: undefined });
  });

  it('on a submission: the claim, and all linked evidence, in one read', async () => {
    const { readers, reads } = await facts();
    expect(await readers.SubmitForReview(submitForReview(ben), after(researched()))).toEqual({
      claim,
      evidence: [archived('e1', 'dprk-government'), archived('e2', 'us-government')],
    });
    expect(reads).toEqual([['claim-c4', 'evidence-e1', 'evidence-e2']]);
  });

  it('on a round: the claim, the reviewers and the scale of the policy, in one read', async () => {
    const { readers, reads } = await facts();
    expect(await readers.OpenRound(openRound(ana, ['cleo', 'zoe', 'cleo']), after(readyForReview()))).toEqual({
      claim,
      members: [factsOf(cleo)],
      scale: fiveStep,
    });
    expect(reads).toEqual([['claim-c4', 'scale-five-step', 'member-cleo', 'member-zoe']]);
  });

  it('on a ruling: who rules, and what is published on linked claims, in one read', async () => {
    const { readers, reads } = await facts();
    const known = { member: factsOf(cleo), precedents: [{ checkId: 'c7', finding: 'insufficient_evidence' }] };
    expect(await readers.SubmitRuling(rule(cleo), after(inReview()))).toEqual(known);
    expect(await readers.AmendRuling(amend(cleo), after(inReview()))).toEqual(known);
    expect(reads).toEqual([LINKED, LINKED]);
  });

  it('on a ruling: no precedents where the policy does not ask for them', async () => {
    const { readers, reads } = await facts();
    const state = after(inReview({ policy: policyWith({ review: { answerPrecedents: false } }) }));
    expect(await readers.SubmitRuling(rule(cleo), state)).toEqual({ member: factsOf(cleo), precedents: [] });
    expect(reads).toEqual([['member-cleo']]);
  });

  it('on a tie-break: who breaks the tie', async () => {
    const { readers, reads } = await facts();
    expect(await readers.RecordTieBreak(recordTieBreak(eva), after(inTieBreak()))).toEqual({ member: factsOf(eva) });
    expect(reads).toEqual([['member-eva']]);
  });

  it('on a draft: the claim', async () => {
    const { readers } = await facts();
    expect(await readers.DraftVerdict(draft(ben), checkDecider.initialState)).toEqual({ claim });
  });

  it('on taking up a check again: the claim', async () => {
    const { readers } = await facts();
    expect(await readers.ResumeCheck(resume(ana), after(researched()))).toEqual({ claim });
  });

  it('on a refusal and on a schedule: the claim and who signs, in one read', async () => {
    const { readers, reads } = await facts();
    const known = { claim, member: factsOf(eva) };
    expect(await readers.RefuseApproval(refuse(eva), after(withDraft()))).toEqual(known);
    expect(await readers.ScheduleVerdict(schedule(eva), after(withApproval()))).toEqual(known);
    expect(reads).toEqual([
      ['claim-c4', 'member-eva'],
      ['claim-c4', 'member-eva'],
    ]);
  });

  it('on approval and on publication: the claim, the cited evidence and who signs, in one read', async () => {
    const { readers, reads } = await facts();
    const gate = {
      claim,
      evidence: [archived('e1', 'dprk-government'), archived('e2', 'us-government')],
      member: factsOf(eva),
    };
    expect(await readers.ApproveVerdict(approve(eva), after(withDraft()))).toEqual(gate);
    expect(await readers.PublishVerdict(publish(eva), after(withDraft()))).toEqual(gate);
    expect(reads).toEqual([GATE, GATE]);
  });
});

const LINKED = ['member-cleo', 'check-c7', 'check-c8'];
const GATE = ['claim-c4', 'member-eva', 'evidence-e1', 'evidence-e2'];

const after = (past: ReturnType<typeof researched>) => stateOf(checkDecider, past);

const archived = (evidenceId: string, originGroup: string) => ({ evidenceId, originGroup, status: 'archived' });

/** Counts what is read together. */
class WatchedStore extends MemoryEventStore {
  readonly reads: string[][] = [];

  override loadMany(deskId: number, streams: readonly StreamRef[]): Promise<readonly Loaded[]> {
    this.reads.push(streams.map(({ category, id }) => `${category}-${id}`));
    return super.loadMany(deskId, streams);
  }
}

class Busy extends Workload {
  override openLoadOf = async (): Promise<number> => 3;
}

class Linked extends ClaimLinks {
  override precedentsOf = async (): Promise<readonly string[]> => ['c7', 'c8'];
}

/** A desk with the people, the claim and the evidence of the scenario, and one published check of a linked claim. */
const facts = async () => {
  const store = new WatchedStore();
  const tell = async (category: string, id: string, events: readonly AnyEvent[]): Promise<void> => {
    const { id: _, ...envelope } = by(ana, { commandId: `tell-${category}-${id}` });
    const written = events.map((event) => ({ ...event, schemaVersion: 1 }));
    await store.append(envelope, 'told', [{ category, id, expected: 'absent', events: written }]);
  };
  await tell('claim', 'c4', proposedAndAccepted);
  await tell('policy', 'default', activated);
  await tell('scale', 'five-step', publishedScale);
  await tell('evidence', 'e1', archivedFrom('dprk-government'));
  await tell('evidence', 'e2', archivedFrom('us-government'));
  for (const one of [ana, ben, cleo, eva]) await tell('member', one.id, joined(one));
  await tell('check', 'c7', withVersion());
  await tell('check', 'c8', withDraft());

  const nowhere = new ReadModels(new DataSource({ type: 'postgres' }));
  const { readers } = new CheckFacts(new Streams(store), new Busy(nowhere), new Linked(nowhere));
  return { readers, reads: store.reads };
};

const proposedAndAccepted: readonly ClaimEvent[] = [
  {
    type: 'ClaimProposed',
    data: {
      submissionId: 's1',
      revision: 1,
      spans: [{ start: 1607, end: 1711 }],
      quote: 'North Korea is covertly supplying Russia’s war in Ukraine with artillery shells',
      text: claim.text,
      language: claim.language,
      claimant: claim.claimant,
      conveyors: [],
      voice: 'quoted',
      statedOn: claim.statedOn,
      registeredBy: claim.registeredBy,
      by: claim.proposedBy,
    },
  },
  { type: 'ClaimAccepted', data: { severity: claim.severity, checkability: claim.checkability, by: claim.acceptedBy } },
];

const activated: readonly PolicyEvent[] = [
  { type: 'PolicyDefined', data: { name: 'Default' } },
  { type: 'PolicyVersionDrafted', data: { version: 1, rules: policy.rules, note: 'As shipped.', draftedBy: 'eva' } },
  { type: 'PolicyVersionActivated', data: { version: 1 } },
];

const publishedScale: readonly ScaleEvent[] = [
  { type: 'ScaleDefined', data: { name: 'Five steps', kind: 'ordinal' } },
  { type: 'ScaleVersionDrafted', data: { version: 1, labels: fiveStep.labels, draftedBy: 'eva' } },
  { type: 'ScaleVersionPublished', data: { version: 1 } },
];

const archivedFrom = (originGroup: string): readonly EvidenceEvent[] => [
  { type: 'EvidenceCaptured', data: { kind: 'document', title: 'A note', originGroup, note: 'Read.', archiveRun: 1 } },
  {
    type: 'EvidenceArchived',
    data: { archiveRun: 1, sha256: '00', bytes: 1, mediaType: 'text/plain', storageKey: '00', tool: 'docket' },
  },
];

const joined = ({ id, roles }: Actor): readonly MemberEvent[] => [
  { type: 'MemberInvited', data: {} },
  { type: 'MemberActivated', data: {} },
  ...factsOf({ id, roles }).roles.map((role): MemberEvent => ({ type: 'RoleGranted', data: { role } })),
];
