import type { EntityManager } from 'typeorm';
import type { Recorded } from '#kernel';
import type { Projection } from '#platform/subscriptions';
import type { CheckEvent } from '../../domain/check.events.js';
import { NEVER } from '../desk-board/desk-board.table.js';
import { caseAfter } from './my-work.case.js';
import { itemsOf } from './my-work.items.js';
import type { WorkItem } from './my-work.items.js';
import { MyWorkCaseRow, MyWorkRow } from './my-work.table.js';

/** Folds the case, and writes of its items those that the event has changed. */
const follow = async (event: Recorded<CheckEvent>, rows: EntityManager): Promise<void> => {
  const { deskId, id: checkId } = event;
  const before = await rows.findOneBy(MyWorkCaseRow, { deskId, checkId });
  const after = caseAfter(before?.content, event);
  if (after === undefined || after === before?.content) return;
  await rows.upsert(MyWorkCaseRow, { deskId, checkId, content: after }, ['deskId', 'checkId']);

  const [old, current] = [before === null ? [] : itemsOf(checkId, before.content), itemsOf(checkId, after)];
  for (const item of old.filter((one) => !current.some((other) => isSame(one, other)))) {
    const { kind, itemId } = item;
    await rows.delete(MyWorkRow, { deskId, checkId, kind, itemId });
  }
  const changed = current.filter((one) => !old.some((other) => isSame(one, other)));
  if (changed.length > 0)
    await rows.insert(
      MyWorkRow,
      changed.map((item) => rowOf(deskId, checkId, item)),
    );
};

/** What each member has to do, over all checks. Of a sealed ruling it tells its author alone. */
export const myWorkProjection: Projection<CheckEvent> = {
  name: 'my-work',
  build: 2,
  tables: [MyWorkRow, MyWorkCaseRow],
  on: {
    CheckOpened: follow,
    StageEntered: follow,
    StagePaused: follow,
    StageResumed: follow,
    StageExtended: follow,
    CheckSeveritySet: follow,
    CheckReturnedToResearch: follow,
    CheckShelved: follow,
    CheckWithdrawn: follow,
    AssignmentOffered: follow,
    AssignmentAccepted: follow,
    ReviewerAdded: follow,
    AssignmentDeclined: follow,
    AssignmentExpired: follow,
    AssignmentTransferred: follow,
    AssignmentReleased: follow,
    MemberRecused: follow,
    EvidenceLinked: follow,
    EvidenceReassessed: follow,
    EvidenceUnlinked: follow,
    QuestionAnswered: follow,
    ReplyReceived: follow,
    ReviewRoundOpened: follow,
    RulingSubmitted: follow,
    RulingAmended: follow,
    RulingWithdrawn: follow,
    TieBreakRuled: follow,
    RoundDecided: follow,
    RoundSetAside: follow,
    VerdictDrafted: follow,
    VerdictApprovalRefused: follow,
    VerdictScheduled: follow,
    VerdictScheduleCancelled: follow,
    PublicationHeld: follow,
    VerdictPublished: follow,
  },
};

const rowOf = (deskId: number, checkId: string, item: WorkItem): MyWorkRow => ({
  deskId,
  checkId,
  kind: item.kind,
  itemId: item.itemId,
  memberId: item.memberId,
  place: placeOf(item),
  item,
});

const LATEST_MS = 9_999_999_999_999;

/** Past rulings come behind every instant, since a letter comes behind a digit, and the newest of them first. */
const placeOf = ({ dueAt, ruling }: WorkItem): string =>
  ruling === undefined
    ? (dueAt ?? NEVER)
    : `z${String(LATEST_MS - Date.parse(ruling.enteredAt)).padStart(String(LATEST_MS).length, '0')}`;

const isSame = (one: WorkItem, other: WorkItem): boolean => JSON.stringify(one) === JSON.stringify(other);
