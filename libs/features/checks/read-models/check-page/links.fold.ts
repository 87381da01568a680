import type { OfType, Recorded } from '#kernel';
import { FINDINGS } from '#features/standards';
import type { EvidenceLinked } from '../../domain/check.events.js';
import { STANCES, rulesOf } from '../../domain/check.state.js';
import type { CheckState } from '../../domain/check.state.js';
import type { LinkEvent } from '../../domain/visible-links.js';
import { hasSources, independentGroupsOf, originGroupsOf } from '../../domain/sources.js';
import { ofType } from '../of-type.js';
import type { CheckEvidenceSet, CheckLink, CheckSources } from './research.answer.js';

type Events = readonly Recorded<LinkEvent>[];
type Reassessed = OfType<LinkEvent, 'EvidenceReassessed'>;
type EvidenceOf = (evidenceId: string) => CheckLink['evidence'];
type Assessment = CheckLink['assessments'][number];

/** By stance and origin group; those that were taken away come last. */
export const linksIn = (events: Events, evidenceOf: EvidenceOf): CheckLink[] =>
  ofType(events, 'EvidenceLinked')
    .map((linked) => linkOf(linked, events, evidenceOf(linked.data.evidenceId)))
    .toSorted((one, other) => {
      const byPlace = placeOf(one) - placeOf(other);
      return byPlace === 0 ? one.originGroup.localeCompare(other.originGroup, 'en') : byPlace;
    });

const placeOf = ({ unlinked, stance }: CheckLink): number =>
  unlinked === undefined ? STANCES.indexOf(stance) : STANCES.length;

const linkOf = (linked: Recorded<EvidenceLinked>, events: Events, evidence: CheckLink['evidence']): CheckLink => {
  const { by, stance, nature, weight, originGroup, note: firstNote, ...link } = linked.data;
  const isOfIt = ({ data }: { readonly data: { readonly linkId: string } }) => data.linkId === link.linkId;
  const first = { stance, nature, weight, originGroup };
  const reassessed = ofType(events, 'EvidenceReassessed').filter(isOfIt);
  const last = reassessed.at(-1)?.data;
  return {
    ...link,
    stance: last?.stance ?? stance,
    nature: last?.nature ?? nature,
    weight: last?.weight ?? weight,
    originGroup: last?.originGroup ?? originGroup,
    note: reassessed.findLast(({ data }) => data.note !== undefined)?.data.note ?? firstNote,
    linkedBy: by,
    assessments: [
      { ...first, evidenceSet: link.evidenceSet, note: firstNote, by, at: linked.recordedAt },
      ...reassessed.map(assessmentOf),
    ],
    unlinked: unlinkingIn(events, link.linkId),
    evidence,
  };
};

const assessmentOf = ({ data, recordedAt }: Recorded<Reassessed>): Assessment => {
  const { linkId: _, ...assessment } = data;
  return { ...assessment, at: recordedAt };
};

const unlinkingIn = (events: Events, linkId: string): CheckLink['unlinked'] => {
  const unlinked = ofType(events, 'EvidenceUnlinked').find(({ data }) => data.linkId === linkId);
  if (unlinked === undefined) return undefined;
  const { evidenceSet, reason, by } = unlinked.data;
  return { evidenceSet, reason, by, at: unlinked.recordedAt };
};

/** What each evidence set contained, and what made it: rulings and versions name theirs. */
export const evidenceSetsIn = (events: Events): CheckEvidenceSet[] =>
  events.reduce<CheckEvidenceSet[]>((sets, { type, data: { evidenceSet, linkId, by }, recordedAt }) => {
    const before = sets.at(-1)?.linkIds ?? [];
    const change = CHANGES[type];
    const linkIds = {
      linked: [...before, linkId],
      reassessed: before,
      unlinked: before.filter((one) => one !== linkId),
    }[change];
    return [...sets, { evidenceSet, linkIds, change, linkId, by, at: recordedAt }];
  }, []);

const CHANGES = {
  EvidenceLinked: 'linked',
  EvidenceReassessed: 'reassessed',
  EvidenceUnlinked: 'unlinked',
} as const;

/** Counted as an approval would count them. */
export const sourcesOf = (state: CheckState): CheckSources => {
  const { minIndependent } = rulesOf(state).sources;
  return {
    originGroups: [...originGroupsOf(state.links)],
    needed: minIndependent,
    byFinding: FINDINGS.map((finding) => ({
      finding,
      independentGroups: [...independentGroupsOf(finding, state.links)],
      isEnough: hasSources(finding, state.links, minIndependent),
    })),
  };
};
