/** One for each kind of process. `owner` is for migrations and operators' commands. */
export type DatabaseUrls = { readonly owner: string; readonly api: string; readonly worker: string };

/**
 * The URLs of a server of one's own. A missing one is that of the owner, who takes the group role at each connect: one URL
 * is enough to begin with, and the rights are the same.
 */
export const urlsOf = (owner: string, known: Partial<Omit<DatabaseUrls, 'owner'>> = {}): DatabaseUrls => ({
  owner,
  api: known.api ?? withSetting(owner, 'role', 'docket_api'),
  worker: known.worker ?? withSetting(owner, 'role', 'docket_worker'),
});

/**
 * The URL of sessions that begin with this setting. Settings go into the URL and nowhere else: `options` that are given
 * to pg beside a URL that has some are lost, and with them the role.
 */
export const withSetting = (url: string, name: string, value: string): string => {
  const parsed = new URL(url);
  const before = parsed.searchParams.get('options');
  const setting = `-c ${name}=${escaped(value)}`;
  parsed.searchParams.set('options', before === null ? setting : `${before} ${setting}`);
  return parsed.href.replaceAll('+', '%20'); // a plus is a plus to libpq
};

/** PostgreSQL splits options at white space. */
const escaped = (value: string): string => value.replaceAll(/[\\\s]/g, (character) => `\\${character}`);
