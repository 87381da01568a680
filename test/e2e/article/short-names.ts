import type { Schemas } from '#client';
import type { DemoCase } from '../../../apps/docket/src/demo/demo-case.js';
import type { Player } from '../../../apps/docket/src/demo/player.js';

type Item = Schemas['Timeline']['items'][number];

type ShortItem = {
  readonly no: number;
  readonly type: string;
  readonly recordedAt: string | undefined;
  readonly actor: string;
  readonly capacity: string | undefined;
  readonly says: Readonly<Record<string, unknown>>;
};

/** Which part of a check each of these events brings, and the letters by which the specification names it. */
const PARTS: readonly (readonly [type: string, field: string, letters: string])[] = [
  ['AssignmentOffered', 'assignmentId', 'a'],
  ['EvidenceLinked', 'linkId', 'l'],
  ['QuestionAsked', 'questionId', 'q'],
  ['ReplyRequested', 'replyId', 'rp'],
  ['RulingSubmitted', 'rulingId', 'ru'],
  ['NoteAdded', 'noteId', 'n'],
];

/** The events with the names of people, and with the short ids that the specification uses: `a1`, `l2`. */
export const shortNames = (items: readonly Item[], player: Player, played: DemoCase): readonly ShortItem[] => {
  const names = allNames(items, player, played);
  return items.map(({ no, type, recordedAt, actor, capacity, essentials, pins, reason }) => ({
    no,
    type,
    recordedAt,
    actor: names.get(actor?.id ?? '') ?? actor?.id ?? '',
    capacity,
    says: renamed({ ...essentials, ...pins, ...(reason !== undefined && { reason }) }, names),
  }));
};

/** An answer with the same names. */
export const inShortNames = <Value>(value: Value, items: readonly Item[], player: Player, played: DemoCase): Value =>
  renamed(value, allNames(items, player, played));

const allNames = (
  items: readonly Item[],
  { ana, ben, cleo, dan, eva }: Player,
  { checkId }: DemoCase,
): ReadonlyMap<string, string> =>
  new Map([
    [checkId, 'c4'],
    ...PARTS.flatMap((part) => namesOf(items, part)),
    ...[ana, ben, cleo, dan, eva].map(({ id, person }) => [id, person.name] as const),
  ]);

const namesOf = (
  items: readonly Item[],
  [type, field, letters]: (typeof PARTS)[number],
): readonly (readonly [string, string])[] =>
  items
    .filter((item) => item.type === type)
    .map(({ essentials }, place) => [String(essentials[field]), `${letters}${place + 1}`] as const);

const renamed = <Value>(value: Value, names: ReadonlyMap<string, string>): Value => {
  let text = JSON.stringify(value);
  for (const [id, name] of names) text = text.replaceAll(id, name);
  return JSON.parse(text) as Value;
};
