import type { Projection } from '#platform/subscriptions';
import { SEVERITIES } from '#features/standards';
import type { CheckEvent } from '../../domain/check.events.js';
import { DeskBoardAssignmentRow, DeskBoardRow, NEVER } from './desk-board.table.js';

/**
 * Every change here is one that editors and approvers may know: it hears that a ruling is in, and reads neither whose
 * nor what. An amendment changes nothing that it shows.
 */
export const deskBoardProjection: Projection<CheckEvent> = {
  name: 'desk-board',
  build: 1,
  tables: [DeskBoardRow, DeskBoardAssignmentRow],
  on: {
    CheckOpened: ({ deskId, id, data: { claim, severity, cycle } }, rows) =>
      rows.insert(DeskBoardRow, {
        deskId,
        checkId: id,
        claimText: claim.text,
        language: claim.language,
        claimant: claim.claimant,
        severity,
        urgency: SEVERITIES.length - 1 - SEVERITIES.indexOf(severity),
        stage: 'open',
        stageNo: 1,
        cycle,
        stageDueAt: NEVER,
        stageMarks: [],
        caseDueAt: NEVER,
        caseMarks: [],
        rulingsIn: 0,
        rulingsExpected: 0,
        liveVersion: 0,
      }),
    StageEntered: ({ deskId, id, data: { no, stage, dueAt, marks } }, rows) =>
      rows.update(
        DeskBoardRow,
        { deskId, checkId: id },
        { stage, stageNo: no, stageDueAt: dueAt ?? NEVER, stageMarks: marks },
      ),
    DueDateSet: ({ deskId, id, data: { dueAt, marks } }, rows) =>
      rows.update(DeskBoardRow, { deskId, checkId: id }, { caseDueAt: dueAt, caseMarks: marks }),

    AssignmentOffered: ({ deskId, id, data: { assignmentId, memberId, capacity, expiresAt } }, rows) =>
      rows.insert(DeskBoardAssignmentRow, {
        deskId,
        checkId: id,
        assignmentId,
        memberId,
        capacity,
        status: 'offered',
        expiresAt,
      }),
    AssignmentAccepted: ({ deskId, id, data: { assignmentId } }, rows) =>
      rows.update(DeskBoardAssignmentRow, { deskId, checkId: id, assignmentId }, { status: 'accepted' }),
    AssignmentDeclined: ({ deskId, id, data: { assignmentId } }, rows) =>
      rows.delete(DeskBoardAssignmentRow, { deskId, checkId: id, assignmentId }),
    AssignmentExpired: ({ deskId, id, data: { assignmentId } }, rows) =>
      rows.delete(DeskBoardAssignmentRow, { deskId, checkId: id, assignmentId }),

    ReviewRoundOpened: ({ deskId, id, data: { reviewers } }, rows) =>
      rows.update(DeskBoardRow, { deskId, checkId: id }, { rulingsIn: 0, rulingsExpected: reviewers.length }),
    ReviewerAdded: ({ deskId, id }, rows) =>
      rows.increment(DeskBoardRow, { deskId, checkId: id }, 'rulingsExpected', 1),
    RulingSubmitted: ({ deskId, id }, rows) => rows.increment(DeskBoardRow, { deskId, checkId: id }, 'rulingsIn', 1),

    VerdictPublished: async ({ deskId, id, data: { versionNo } }, rows) => {
      await rows.update(
        DeskBoardRow,
        { deskId, checkId: id },
        { liveVersion: versionNo, caseDueAt: NEVER, caseMarks: [] },
      );
      await rows.delete(DeskBoardAssignmentRow, { deskId, checkId: id });
    },
  },
};
