/** A version of a scale or a policy, and how many checks rest on it. */
export type PinnedVersion = { readonly id: string; readonly version: number; readonly checks: number };

/** How many checks have been pinned to each version of these scales or policies: only a higher feature knows. */
export abstract class ChecksPinned {
  /** Versions to which none is pinned are left out. */
  abstract to(deskId: number, what: 'scale' | 'policy', ids: readonly string[]): Promise<readonly PinnedVersion[]>;
}

/** Of one version. */
export const checksOf = (pinned: readonly PinnedVersion[], id: string, version: number): number =>
  pinned.find((one) => one.id === id && one.version === version)?.checks ?? 0;

/** Of one scale or policy, by version. */
export const pinsOf = (
  pinned: readonly PinnedVersion[],
  id: string,
): readonly { readonly version: number; readonly checks: number }[] =>
  pinned
    .filter((one) => one.id === id)
    .map(({ version, checks }) => ({ version, checks }))
    .toSorted((one, other) => one.version - other.version);
