import type { DismissSuggestion, RecordExternalChecks, RecordSimilarClaims } from './claim.commands.js';
import { suggestionUnknown } from './claim.errors.js';
import type { ExternalChecksFound, SimilarClaimsSuggested, SuggestionDismissed } from './claim.events.js';
import type { ClaimPhase } from './claim.phase.js';
import { acceptedIn, changed } from './claim.state.js';
import type { ExternalCheck } from './claim.state.js';

type Item = RecordExternalChecks['data']['items'][number];
type Found = ExternalChecksFound['data']['items'][number];

/** What programs find about it, here and elsewhere. It decides nothing. */
export const lookups: ClaimPhase<
  RecordSimilarClaims | DismissSuggestion | RecordExternalChecks,
  SimilarClaimsSuggested | SuggestionDismissed | ExternalChecksFound
> = {
  rules: {
    RecordSimilarClaims: {
      by: ['service'],
      from: ['accepted'],
      decide: ({ data }) => (data.candidates.length === 0 ? [] : [{ type: 'SimilarClaimsSuggested', data }]),
    },

    DismissSuggestion: {
      by: ['editor', 'approver'],
      from: ['accepted'],
      decide: ({ data }, state) => {
        if (!acceptedIn(state).suggestions.includes(data.claimId)) throw suggestionUnknown();
        return [{ type: 'SuggestionDismissed', data }];
      },
    },

    /** Known ones that have not changed are left out. */
    RecordExternalChecks: {
      by: ['service'],
      from: ['accepted'],
      decide: ({ data: { source, items } }, state) => {
        const found = itemsNewTo(acceptedIn(state).externalChecks, source, items);
        return found.length === 0 ? [] : [{ type: 'ExternalChecksFound', data: { source, items: found } }];
      },
    },
  },

  evolve: {
    SimilarClaimsSuggested: (state, { data: { candidates } }) =>
      changed(state, ({ suggestions, dismissed }) => {
        const open = candidates.map(({ claimId }) => claimId).filter((claimId) => !dismissed.includes(claimId));
        return { suggestions: [...new Set([...suggestions, ...open])] };
      }),
    SuggestionDismissed: (state, { data: { claimId } }) =>
      changed(state, ({ suggestions, dismissed }) => ({
        suggestions: suggestions.filter((one) => one !== claimId),
        dismissed: [...dismissed, claimId],
      })),
    ExternalChecksFound: (state, { data: { source, items } }) =>
      changed(state, ({ externalChecks }) => ({
        externalChecks: items.reduce((known, item) => withLatest(known, asKnown(source, item)), externalChecks),
      })),
  },
};

/** Those that are new or changed, each with its revision; the same one may stand in the list twice. */
const itemsNewTo = (before: readonly ExternalCheck[], source: string, items: readonly Item[]): readonly Found[] => {
  const found: Found[] = [];
  let known = before;
  for (const item of items) {
    const last = known.find((one) => one.source === source && one.externalKey === item.externalKey);
    if (last?.hash === item.hash) continue;
    const news = { ...item, revision: (last?.revision ?? 0) + 1 };
    found.push(news);
    known = withLatest(known, asKnown(source, news));
  }
  return found;
};

const asKnown = (source: string, { externalKey, hash, revision }: Found): ExternalCheck => ({
  source,
  externalKey,
  hash,
  revision,
});

const withLatest = (known: readonly ExternalCheck[], latest: ExternalCheck): readonly ExternalCheck[] => [
  ...known.filter((one) => one.source !== latest.source || one.externalKey !== latest.externalKey),
  latest,
];
