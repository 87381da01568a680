import type { EntityManager } from 'typeorm';
import type { Recorded } from '#kernel';
import type { Projection } from '#platform/subscriptions';
import { AT_REST } from '../../domain/check.state.js';
import { DISPUTED } from './board-card.js';
import { boardCaseAfter, boardCaseOf } from './board-case.js';
import type { BoardCase, BoardEvent } from './board-case.js';
import { DeskBoardDemandRow, DeskBoardMemberRow, DeskBoardRow, NEVER } from './desk-board.table.js';
import { urgencyOf } from './matching-cards.js';

const follow = async (event: Recorded<BoardEvent>, rows: EntityManager): Promise<void> => {
  const { deskId, id: checkId } = event;
  const row = await rows.findOneBy(DeskBoardRow, { deskId, checkId });
  if (row === null) return;
  const after = boardCaseAfter(row.content, event);
  if (after === row.content) return;
  await rows.upsert(DeskBoardRow, rowOf(deskId, checkId, after), ['deskId', 'checkId']);
  await meet(rows, { deskId, checkId }, membersOf(row.content), membersOf(after));
};

/**
 * Every change here is one that editors and approvers may know: it hears that a ruling is in, and reads neither whose
 * nor what. An amendment changes nothing that it shows.
 */
export const deskBoardProjection: Projection<BoardEvent> = {
  name: 'desk-board',
  build: 4,
  tables: [DeskBoardRow, DeskBoardMemberRow, DeskBoardDemandRow],
  definitions: ['is_disputed', 'is_unassigned', 'waits_for_reply', 'is_under_review', 'has_concern'].map(
    (flag) => `CREATE INDEX ON desk_board (desk_id, urgency, due_at, check_id) WHERE ${flag}`,
  ),
  on: {
    ClaimSubmissionAttached: async (event, rows) => {
      const { deskId, id: claimId, data } = event;
      await rows.upsert(DeskBoardDemandRow, { deskId, claimId, demand: data.demand }, ['deskId', 'claimId']);
      await follow(event, rows);
    },
    ClaimNormalised: follow,
    ClaimAttributed: follow,

    CheckOpened: async (event, rows) => {
      const { deskId, id: checkId } = event;
      const found = await rows.findOneBy(DeskBoardDemandRow, { deskId, claimId: checkId });
      await rows.insert(DeskBoardRow, rowOf(deskId, checkId, boardCaseOf(event, found?.demand ?? 1)));
    },
    StageEntered: follow,
    StagePaused: follow,
    StageResumed: follow,
    StageExtended: follow,
    DueDateSet: follow,
    CheckSeveritySet: follow,
    ConcernRaised: follow,
    ConcernDismissed: follow,

    AssignmentOffered: follow,
    AssignmentAccepted: follow,
    AssignmentDeclined: follow,
    AssignmentExpired: follow,
    AssignmentTransferred: follow,
    AssignmentReleased: follow,
    MemberRecused: follow,

    ReviewRoundOpened: follow,
    ReviewerAdded: follow,
    RulingSubmitted: follow,
    RulingWithdrawn: follow,
    RoundSetAside: follow,

    ReplyRequested: follow,
    ReplyReceived: follow,
    ReplyWindowClosed: follow,

    VerdictScheduled: follow,
    VerdictScheduleCancelled: follow,
    PublicationHeld: follow,
    VerdictPublished: follow,
  },
};

/** What a case is found by. */
export const rowOf = (deskId: number, checkId: string, content: BoardCase): DeskBoardRow => {
  const { severity, stage, claim, assignments, replies, concerns, live } = content;
  const isAtRest = AT_REST.includes(stage);
  return {
    deskId,
    checkId,
    urgency: urgencyOf(severity),
    dueAt: dueAtOf(content),
    stage,
    language: claim.language,
    isDisputed: DISPUTED.includes(stage),
    isUnassigned: !isAtRest && !assignments.some(({ status }) => status === 'accepted'),
    waitsForReply: replies.some(({ status }) => status === 'requested'),
    isUnderReview: !isAtRest && live !== undefined,
    hasConcern: concerns.length > 0,
    content,
  };
};

const dueAtOf = ({ stageClock, caseClock }: BoardCase): string =>
  [stageClock, caseClock].flatMap((clock) => (clock && 'dueAt' in clock ? [clock.dueAt] : [])).toSorted()[0] ?? NEVER;

const membersOf = ({ assignments }: BoardCase): readonly string[] => [
  ...new Set(assignments.map(({ memberId }) => memberId)),
];

const meet = async (
  rows: EntityManager,
  check: { readonly deskId: number; readonly checkId: string },
  before: readonly string[],
  after: readonly string[],
): Promise<void> => {
  for (const memberId of before.filter((id) => !after.includes(id)))
    await rows.delete(DeskBoardMemberRow, { ...check, memberId });
  for (const memberId of after.filter((id) => !before.includes(id)))
    await rows.insert(DeskBoardMemberRow, { ...check, memberId });
};
