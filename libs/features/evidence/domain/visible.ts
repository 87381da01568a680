import type { Actor, DataOf, OfType, Recorded } from '#kernel';
import type { EvidenceEvent } from './evidence.events.js';
import type { EvidenceState } from './evidence.state.js';

/** Who looks: a member with the roles he has now, or whoever reads what is published. */
export type EvidenceViewer = Pick<Actor, 'id' | 'roles'> | 'public';

/** How much of a piece of evidence somebody sees: all of it, that it exists and its hash, or that it exists. */
export type Sight = 'whole' | 'hash' | 'existence';

/**
 * The only place that decides it. Evidence that is restricted shows what it says to those who are named and to nobody
 * else, whatever his role, and to auditors beside that its hash.
 */
export const sightOf = (viewer: EvidenceViewer, restrictedTo: readonly string[] | undefined): Sight => {
  if (restrictedTo === undefined) return 'whole';
  if (viewer === 'public') return 'existence';
  if (restrictedTo.includes(viewer.id)) return 'whole';
  return viewer.roles.includes('auditor') ? 'hash' : 'existence';
};

/** Of evidence as it stands. What is absent has nothing to hide. */
export const sightOfEvidence = (viewer: EvidenceViewer, state: EvidenceState | undefined): Sight =>
  sightOf(viewer, state === undefined || state.status === 'absent' ? undefined : state.restrictedTo);

/** An event of evidence without what this viewer may not know. A field that is absent is hidden. */
export type EvidencePart<Type extends EvidenceEvent['type'] = EvidenceEvent['type']> = {
  readonly [One in Type]: Omit<Recorded<EvidenceEvent>, 'type' | 'data'> & {
    readonly type: One;
    readonly data: Partial<DataOf<OfType<EvidenceEvent, One>>>;
  };
}[Type];

type Fields = { readonly [Type in EvidenceEvent['type']]: readonly (keyof DataOf<OfType<EvidenceEvent, Type>>)[] };

/**
 * What tells that it exists, how the desk stands to it and who may see it. All else is what it says, or what people
 * wrote of it who had seen it: the reason why its origin was assessed otherwise may quote it.
 */
const OF_EXISTENCE: Fields = {
  EvidenceCaptured: ['originGroup', 'archiveRun'],
  EvidenceOriginAssessed: ['originGroup'],
  EvidenceAccessRestricted: ['memberIds', 'reason'],
  EvidenceAccessLifted: ['reason'],
  EvidenceArchiveRequested: ['archiveRun'],
  EvidenceArchiveFailureAcknowledged: [],
  EvidenceArchived: ['archiveRun'],
  EvidenceArchiveFailed: ['archiveRun', 'attempts'],
  EvidenceIntegrityVerified: [],
  EvidenceIntegrityBroken: [],
  EvidenceDrifted: ['state'],
  EvidenceSourceGone: ['state'],
  EvidenceSourceBack: [],
};

const OF_ITS_HASH: Partial<Fields> = {
  EvidenceArchived: ['sha256'],
  EvidenceIntegrityVerified: ['sha256'],
  EvidenceIntegrityBroken: ['expected', 'found'],
};

/** What somebody who sees so much of a piece of evidence sees of one of its events. */
export const visibleEvidence = (sight: Sight, event: Recorded<EvidenceEvent>): EvidencePart => {
  if (sight === 'whole') return event;
  const shown: readonly string[] = [
    ...OF_EXISTENCE[event.type],
    ...(sight === 'hash' ? (OF_ITS_HASH[event.type] ?? []) : []),
  ];
  const data = Object.fromEntries(Object.entries(event.data).filter(([field]) => shown.includes(field)));
  return { ...event, data };
};
