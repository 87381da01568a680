import type { EntityManager } from 'typeorm';
import type { Party } from '#kernel';
import type { ClaimEvent } from '#features/claims';
import type { Projection } from '#platform/subscriptions';
import type { CheckEvent } from '../../domain/check.events.js';
import { decideSuggestion, suggest } from './claim-suggestions.js';
import { KEEPS_WORDS } from './claim-words.js';
import { ClaimListLinkRow, ClaimRow, ClaimWordRow } from './claims.table.js';

/** Claims and their checks in one list: a check has its claim's id. */
export const claimsProjection: Projection<ClaimEvent | CheckEvent> = {
  name: 'claims',
  build: 3,
  tables: [ClaimRow, ClaimWordRow, ClaimListLinkRow],
  definitions: [
    `ALTER TABLE claim_list ADD COLUMN words tsvector
       GENERATED ALWAYS AS (to_tsvector('simple', text) || to_tsvector('english', text)) STORED`,
    'CREATE INDEX ON claim_list USING gin (words)',
    'CREATE INDEX ON claim_list USING gin (party_keys)',
    'CREATE INDEX ON claim_list (desk_id, proposed_at, claim_id) WHERE stage IS NULL',
    ...KEEPS_WORDS,
  ],
  on: {
    ClaimProposed: ({ deskId, id, recordedAt, data }, rows) =>
      rows.insert(ClaimRow, {
        deskId,
        claimId: id,
        proposedAt: recordedAt,
        text: data.text,
        language: data.language,
        claimant: data.claimant,
        partyKeys: keysOf(data),
        voice: data.voice,
        statedOn: data.statedOn,
        status: 'proposed',
        demand: 1,
        relations: 0,
        suggestions: [],
        decidedSuggestions: [],
        externalChecks: 0,
      }),
    ClaimAccepted: ({ deskId, id, data: { checkability, severity } }, rows) =>
      rows.update(ClaimRow, { deskId, claimId: id }, { status: 'accepted', checkability, severity }),
    ClaimProposalRejected: ({ deskId, id }, rows) =>
      rows.update(ClaimRow, { deskId, claimId: id }, { status: 'rejected' }),

    ClaimNormalised: ({ deskId, id, data: { text } }, rows) => rows.update(ClaimRow, { deskId, claimId: id }, { text }),
    ClaimAttributed: ({ deskId, id, data: { claimant, conveyors, voice, statedOn } }, rows) =>
      rows.update(
        ClaimRow,
        { deskId, claimId: id },
        { claimant, partyKeys: keysOf({ claimant, conveyors }), voice, statedOn },
      ),
    ClaimCheckabilityClassified: ({ deskId, id, data: { checkability } }, rows) =>
      rows.update(ClaimRow, { deskId, claimId: id }, { checkability }),
    ClaimSeveritySet: ({ deskId, id, data: { severity } }, rows) =>
      rows.update(ClaimRow, { deskId, claimId: id }, { severity }),
    ClaimSubmissionAttached: ({ deskId, id, data: { demand } }, rows) =>
      rows.update(ClaimRow, { deskId, claimId: id }, { demand }),

    ClaimLinked: async ({ deskId, id, data: { linkId, toClaimId } }, rows) => {
      await rows.insert(ClaimListLinkRow, { deskId, claimId: id, linkId, toClaimId });
      await countLink(rows, deskId, [id, toClaimId], 1);
      await decideSuggestion(rows, { deskId, claimId: id }, toClaimId);
    },
    ClaimUnlinked: async ({ deskId, id, data: { linkId } }, rows) => {
      const { toClaimId } = await rows.findOneByOrFail(ClaimListLinkRow, { deskId, claimId: id, linkId });
      await rows.delete(ClaimListLinkRow, { deskId, claimId: id, linkId });
      await countLink(rows, deskId, [id, toClaimId], -1);
    },
    ClaimMerged: async ({ deskId, id, data: { intoClaimId } }, rows) => {
      await rows.update(ClaimRow, { deskId, claimId: id }, { status: 'merged', mergedInto: intoClaimId });
      await decideSuggestion(rows, { deskId, claimId: id }, intoClaimId);
    },
    ClaimUnmerged: ({ deskId, id }, rows) =>
      rows.update(ClaimRow, { deskId, claimId: id }, { status: 'accepted', mergedInto: null }),

    SimilarClaimsSuggested: ({ deskId, id, data: { candidates } }, rows) =>
      suggest(
        rows,
        { deskId, claimId: id },
        candidates.map(({ claimId }) => claimId),
      ),
    SuggestionDismissed: ({ deskId, id, data: { claimId } }, rows) =>
      decideSuggestion(rows, { deskId, claimId: id }, claimId),
    ExternalChecksFound: ({ deskId, id, data: { items } }, rows) =>
      rows.increment(
        ClaimRow,
        { deskId, claimId: id },
        'externalChecks',
        items.filter(({ revision }) => revision === 1).length,
      ),

    StageEntered: ({ deskId, id, data: { stage } }, rows) => rows.update(ClaimRow, { deskId, claimId: id }, { stage }),
    VerdictDrafted: ({ deskId, id, data: { versionNo, label, labelText, finding } }, rows) =>
      rows.update(ClaimRow, { deskId, claimId: id }, { draft: { versionNo, label, labelText, finding } }),
    VerdictPublished: async ({ deskId, id }, rows) => {
      const { draft } = await rows.findOneByOrFail(ClaimRow, { deskId, claimId: id });
      await rows.update(ClaimRow, { deskId, claimId: id }, { live: draft, draft: null });
    },
  },
};

type Attribution = { readonly claimant: Party; readonly conveyors: readonly Party[] };

const keysOf = ({ claimant, conveyors }: Attribution): string[] => [
  ...new Set([claimant, ...conveyors].map(({ key }) => key)),
];

const countLink = async (
  rows: EntityManager,
  deskId: number,
  claimIds: readonly string[],
  by: 1 | -1,
): Promise<void> => {
  for (const claimId of claimIds) await rows.increment(ClaimRow, { deskId, claimId }, 'relations', by);
};
