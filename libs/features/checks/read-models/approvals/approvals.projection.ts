import type { EntityManager } from 'typeorm';
import type { Instant } from '#kernel';
import type { Projection } from '#platform/subscriptions';
import type { CheckEvent } from '../../domain/check.events.js';
import type { Stage } from '../../domain/check.state.js';
import { NEVER } from '../desk-board/desk-board.table.js';
import { ApprovalRow } from './approvals.table.js';

type Check = { readonly deskId: number; readonly id: string };

const AT_THE_GATE: readonly Stage[] = ['decided', 'approved'];

const due = ({ deskId, id }: Check, rows: EntityManager, dueAt: Instant) =>
  rows.update(ApprovalRow, { deskId, checkId: id }, { dueAt });

const drafted = ({ deskId, id }: Check, rows: EntityManager, isDrafted: boolean) =>
  rows.update(ApprovalRow, { deskId, checkId: id }, { isDrafted });

/** Which checks wait for a signature, and until when. What is signed is read from their streams. */
export const approvalsProjection: Projection<CheckEvent> = {
  name: 'approvals',
  build: 1,
  tables: [ApprovalRow],
  definitions: ['CREATE INDEX ON approval (desk_id, due_at, check_id) WHERE is_drafted'],
  on: {
    StageEntered: async ({ deskId, id: checkId, data: { stage, dueAt = NEVER } }, rows) => {
      if (!AT_THE_GATE.includes(stage)) return rows.delete(ApprovalRow, { deskId, checkId });
      const { isDrafted = false } = (await rows.findOneBy(ApprovalRow, { deskId, checkId })) ?? {};
      return rows.upsert(ApprovalRow, { deskId, checkId, dueAt, isDrafted }, ['deskId', 'checkId']);
    },
    StagePaused: (event, rows) => due(event, rows, NEVER),
    StageResumed: (event, rows) => due(event, rows, event.data.dueAt),
    StageExtended: (event, rows) => due(event, rows, event.data.dueAt),
    VerdictDrafted: (event, rows) => drafted(event, rows, true),
    VerdictApprovalRefused: (event, rows) => drafted(event, rows, false),
  },
};
