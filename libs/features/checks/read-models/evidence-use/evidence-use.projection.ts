import type { ClaimEvent } from '#features/claims';
import type { Projection } from '#platform/subscriptions';
import type { CheckEvent } from '../../domain/check.events.js';
import { EvidenceUseLinkRow, EvidenceUseQuoteCheckRow, EvidenceUseVersionRow } from './evidence-use.table.js';

/** What rests on each piece of evidence: links with the versions that cite them, and checks of quotes. */
export const evidenceUseProjection: Projection<ClaimEvent | CheckEvent> = {
  name: 'evidence-use',
  build: 1,
  tables: [EvidenceUseLinkRow, EvidenceUseVersionRow, EvidenceUseQuoteCheckRow],
  on: {
    EvidenceLinked: ({ deskId, id, recordedAt, data }, rows) =>
      rows.insert(EvidenceUseLinkRow, {
        deskId,
        checkId: id,
        linkId: data.linkId,
        evidenceId: data.evidenceId,
        linkedAt: recordedAt,
        linkedBy: data.by,
        stance: data.stance,
        nature: data.nature,
        weight: data.weight,
        originGroup: data.originGroup,
        evidenceSet: data.evidenceSet,
        unlinkedAt: null,
      }),
    EvidenceReassessed: ({ deskId, id, data: { linkId, stance, nature, weight, originGroup, evidenceSet } }, rows) =>
      rows.update(
        EvidenceUseLinkRow,
        { deskId, checkId: id, linkId },
        { stance, nature, weight, originGroup, evidenceSet },
      ),
    EvidenceUnlinked: ({ deskId, id, recordedAt, data: { linkId, evidenceSet } }, rows) =>
      rows.update(EvidenceUseLinkRow, { deskId, checkId: id, linkId }, { evidenceSet, unlinkedAt: recordedAt }),

    VerdictDrafted: ({ deskId, id, data: { versionNo, draftNo, citedLinkIds } }, rows) =>
      rows.insert(EvidenceUseVersionRow, {
        deskId,
        checkId: id,
        versionNo,
        draftNo,
        citedLinkIds,
        publishedAt: null,
        url: null,
      }),
    VerdictPublished: ({ deskId, id, recordedAt, data: { versionNo, draftNo, versionUrl } }, rows) =>
      rows.update(
        EvidenceUseVersionRow,
        { deskId, checkId: id, versionNo, draftNo },
        { publishedAt: recordedAt, url: versionUrl },
      ),

    QuoteChecked: ({ deskId, id, version, recordedAt, actor, data: { evidenceId, translated, result } }, rows) =>
      rows.insert(EvidenceUseQuoteCheckRow, {
        deskId,
        claimId: id,
        version,
        evidenceId,
        checkedAt: recordedAt,
        checkedBy: actor.id,
        translated,
        result,
      }),
  },
};
