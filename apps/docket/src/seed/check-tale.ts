import { dayAt } from '#features/standards';
import type { Label } from '#features/standards';
import type { Actor, Capacity } from '#kernel';
import { checkStream } from '#features/checks';
import type { Stance } from '#features/checks';
import type { ClaimFacts } from '#features/claims';
import type { EvidenceFacts } from '#features/evidence';
import type { Finding } from '#features/standards';
import type { Surroundings } from './surroundings.js';
import type { Person } from './people.js';
import type { Tale } from './tale.js';

type Case = {
  readonly claim: ClaimFacts;
  readonly editor: Actor;
  /** At least two, of different origin. */
  readonly evidence: readonly EvidenceFacts[];
};

/** How far checks have come, in the order of the way, and how many of a hundred. */
const REACHED = [
  ['open', 6],
  ['offered', 8],
  ['researching', 14],
  ['ready_for_review', 8],
  ['in_review', 11],
  ['reconciling', 3],
  ['decided', 8],
  ['approved', 4],
  ['published', 38],
] as const;

const REVEALER = { kind: 'service', id: 'service:reveal-rulings', roles: [] } as const;
const TOO_FEW = 'Everybody who could take it has as much to do.';

/** A check from its opening to wherever it stands now. */
export const tellCheck = (tale: Tale, around: Surroundings, { claim, editor, evidence }: Case): void => {
  const { chance } = tale;
  const { policy, scale, people } = around;
  const id = claim.claimId;
  const rules = policy.rules;
  const goal = chance.weighed(REACHED);
  const label = labelFor(around, chance.pick(scale.labels));
  const finding = label.findings[0] ?? 'insufficient_evidence';
  const strength = chance.pick(['low', 'medium', 'high'] as const);

  const offer = (person: Person, capacity: Capacity, isTaken: boolean): void => {
    const openLoad = around.loads.get(person.actor.id) ?? 0;
    const assignmentId = tale.newId();
    const overLoad = openLoad >= rules.assignment.maxOpen ? { overLoadReason: TOO_FEW } : {};
    tale.tell(checkStream, editor, {
      type: 'OfferAssignment',
      id,
      data: { assignmentId, memberId: person.actor.id, capacity, ...overLoad },
      facts: { member: { ...person.facts, openLoad } },
    });
    if (goal !== 'published') around.loads.set(person.actor.id, openLoad + 1);
    if (isTaken)
      tale.tell(checkStream, person.actor, {
        type: 'AcceptAssignment',
        id,
        data: { assignmentId },
        facts: { member: person.facts },
      });
  };

  tale.tell(checkStream, editor, { type: 'OpenCheck', id, data: {}, facts: { claim, policy } });
  if (goal === 'open') return;
  const researcher = chance.pick(people.researchers);
  offer(researcher, 'researcher', goal !== 'offered');
  if (goal === 'offered') return;

  const linkIds = evidence.map(({ evidenceId }, place) => {
    const linkId = tale.newId();
    const [stance, nature] = [stanceFor(finding, place), 'record'] as const;
    const data = { linkId, evidenceId, stance, nature, weight: 'medium' } as const;
    tale.tell(checkStream, researcher.actor, { type: 'LinkEvidence', id, data, facts: { evidence: evidence[place] } });
    return linkId;
  });
  if (goal === 'researching') return;

  const quorum = Math.max(goal === 'reconciling' ? 2 : 1, rules.review.quorum[claim.severity]);
  const reviewers = chance.some(people.reviewers, quorum);
  const proposal = { finding, strength, rationale: 'The records say so.' };
  tale.tell(checkStream, researcher.actor, {
    type: 'SubmitForReview',
    id,
    data: { proposal },
    facts: { claim, evidence },
  });
  for (const reviewer of reviewers) offer(reviewer, 'reviewer', true);
  if (goal === 'ready_for_review') return;

  tale.tell(checkStream, editor, {
    type: 'OpenRound',
    id,
    data: { purpose: 'full', reviewers: reviewers.map(({ actor }) => actor.id) },
    facts: { claim, members: reviewers.map(({ facts }) => facts), scale },
  });
  const ruling = goal === 'in_review' ? reviewers.slice(1) : reviewers;
  for (const [place, reviewer] of ruling.entries()) {
    const own = goal === 'reconciling' && place === 0 ? otherLabel(scale.labels, label) : label;
    tale.tell(checkStream, reviewer.actor, {
      type: 'SubmitRuling',
      id,
      data: {
        rulingId: tale.newId(),
        round: 1,
        label: own.key,
        finding: own.findings[0] ?? 'insufficient_evidence',
        strength,
        rationale: 'What the two records say, and that they do not depend on each other, leads to this label.',
        linkIds,
      },
      facts: { member: reviewer.facts, precedents: [] },
    });
  }
  if (goal === 'in_review') return;

  tale.pass(60);
  tale.tell(checkStream, REVEALER, { type: 'RevealRulings', id, data: {} });
  if (goal === 'reconciling') return;

  const isWorded = scale.labels.some(({ text }) => Object.values(text).some((word) => mentions(claim.text, word)));
  tale.tell(checkStream, researcher.actor, {
    type: 'DraftVerdict',
    id,
    data: {
      title: claim.text.slice(0, 70),
      claimReviewed: isWorded ? `What was said about case ${chance.between(1, 9999)}` : claim.text.slice(0, 60),
      summary: 'Two records were compared.',
      body: 'Two records, of different origin, were compared with the words of the claim.',
      language: 'en',
      asOf: dayAt(tale.now, rules.calendar.timeZone),
      citedLinkIds: linkIds,
    },
    facts: { claim },
  });
  if (goal === 'decided') return;

  const approver = chance.pick(people.approvers);
  const facts = { claim, evidence, member: approver.facts };
  const { versionNo, draftNo, contentHash } = draftOf(tale, id);
  const [code] = rules.waivers.reply;
  const isAsked = rules.reply.requiredFor.includes(finding);
  const waivers =
    isAsked && code !== undefined ? [{ rule: 'reply', code, note: 'Nobody could be reached.' } as const] : [];
  const data = { versionNo, draftNo, contentHash, consideredReplyIds: [], waivers };
  tale.tell(checkStream, approver.actor, { type: 'ApproveVerdict', id, data, facts });
  if (goal === 'approved') return;
  tale.tell(checkStream, approver.actor, { type: 'PublishVerdict', id, data: { versionNo }, facts });
};

const draftOf = (tale: Tale, id: string): { versionNo: number; draftNo: number; contentHash: string } => {
  const { draft } = tale.stateOf(checkStream, id);
  if (draft === undefined) throw new Error('A verdict was drafted and is not there.');
  return draft;
};

/** One whose verdict needs no reply, where the policy lets nobody go without. */
const labelFor = ({ policy: { rules }, scale: { labels } }: Surroundings, wished: Label): Label => {
  const isFree = (label: Label): boolean => !rules.reply.requiredFor.some((finding) => label.findings[0] === finding);
  return isFree(wished) || rules.waivers.reply.length > 0 ? wished : (labels.find(isFree) ?? wished);
};

const otherLabel = (labels: readonly Label[], label: Label): Label =>
  labels.find(({ key, findings }) => key !== label.key && findings[0] !== label.findings[0]) ?? label;

const stanceFor = (finding: Finding, place: number): Stance => {
  if (finding === 'supported' || finding === 'mostly_supported') return 'supports';
  if (finding === 'refuted' || finding === 'mostly_refuted') return 'refutes';
  return place % 2 === 0 ? 'supports' : 'refutes';
};

const mentions = (text: string, word: string): boolean => text.toLowerCase().includes(word.toLowerCase());
