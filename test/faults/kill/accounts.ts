import type { Stored } from './stored.js';

type Data = Stored['data'];
type Mark = { readonly mark: string; readonly at: string };

const MARKED = ['DeadlineApproached', 'DeadlineMissed', 'CheckEscalated'];

/** What a job should have left for each event that asks for it: by which event, and how it is known again. */
const DUE: Readonly<Record<string, { readonly leaves: string; readonly by: (data: Data) => unknown }>> = {
  ReplyRequested: { leaves: 'ReplyWindowClosed', by: ({ replyId }) => replyId },
  VerdictScheduled: { leaves: 'VerdictPublished', by: ({ versionNo }) => versionNo },
  ReviewRoundOpened: { leaves: 'RulingsRevealed', by: ({ round }) => round },
  EvidenceCaptured: { leaves: 'EvidenceArchived', by: ({ archiveRun }) => archiveRun },
  SubmissionRegistered: { leaves: 'TriageOverdue', by: () => undefined },
};

/** What was lost and what was done twice, in sentences; nothing, if all went well. */
export const mistakesIn = (events: readonly Stored[], forgotten: ReadonlySet<string>): readonly string[] => {
  const streams = new Map<string, Stored[]>();
  for (const event of events) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
  return [...streams].flatMap(([stream, its]) => [
    ...followed(stream, its),
    ...offersOf(stream, its),
    ...marksOf(stream, its, forgotten.has(stream)),
    ...notesOf(stream, its),
  ]);
};

const followed = (stream: string, events: readonly Stored[]): readonly string[] =>
  events.flatMap(({ type, data }) => {
    const due = DUE[type];
    if (due === undefined) return [];
    const left = events.filter((one) => one.type === due.leaves && due.by(one.data) === due.by(data));
    return left.length === 1 ? [] : [`${stream}: ${type} has left ${left.length} × ${due.leaves}`];
  });

/** Each was answered, or has expired, or was not open any more when the verdict was published. */
const offersOf = (stream: string, events: readonly Stored[]): readonly string[] => {
  const isPublished = events.some(({ type }) => type === 'VerdictPublished');
  return events
    .filter(({ type }) => type === 'AssignmentOffered')
    .flatMap(({ data: { assignmentId } }) => {
      const ends = events.filter(
        ({ type, data }) =>
          ['AssignmentAccepted', 'AssignmentExpired'].includes(type) && data['assignmentId'] === assignmentId,
      );
      const isRight = ends.length === 1 || (ends.length === 0 && isPublished);
      return isRight ? [] : [`${stream}: offer ${String(assignmentId)} has ended ${ends.length} times`];
    });
};

/** No mark comes twice; of a case that nobody touches, each comes. A reminder of what is missed already is none. */
const marksOf = (stream: string, events: readonly Stored[], isForgotten: boolean): readonly string[] => {
  const came = events.filter(({ type }) => MARKED.includes(type)).map(({ data }) => nameOf(data, data['mark']));
  const twice = came
    .filter((name, place) => came.indexOf(name) !== place)
    .map((name) => `${stream}: ${name} came twice`);
  const clocks = events.filter(({ data }) => Array.isArray(data['marks']));
  const wanted = clocks.flatMap(({ type, data }) =>
    (data['marks'] as readonly Mark[]).map(({ mark }) =>
      type === 'DueDateSet'
        ? nameOf({ clock: 'case', no: data['cycle'], run: data['run'] }, mark)
        : nameOf({ ...data, clock: 'stage' }, mark),
    ),
  );
  const isMoot = (name: string): boolean =>
    name.startsWith('mark before ') && came.includes(name.replace('before', 'due'));
  const lost = wanted
    .filter((name) => !came.includes(name) && !isMoot(name))
    .map((name) => `${stream}: ${name} never came`);
  return isForgotten ? [...twice, ...lost] : twice;
};

const nameOf = ({ clock, no, run }: Data, mark: unknown): string =>
  `mark ${String(mark)} of ${String(clock)} ${String(no)}.${String(run)}`;

const notesOf = (stream: string, events: readonly Stored[]): readonly string[] => {
  if (!stream.startsWith('submission-')) return [];
  const { length } = events.filter(({ type }) => type === 'TextNotesRecorded');
  return length === 1 ? [] : [`${stream}: the text was analysed ${length} times`];
};
