import type { Key, Url } from '#kernel';
import type { DeskRow } from './desk.table.js';

/** How a desk appears in public. */
export type PublicationSettings = {
  readonly name: string;
  /** Without a slash at the end. A desk that has named none has addresses that begin with a slash. */
  readonly url?: Url;
  readonly correctionsPolicy?: Url;
  readonly publishingPrinciples?: Url;
};

type Settings = Readonly<Pick<DeskRow, 'name' | 'url' | 'corrections' | 'method'>>;

export const settingsOf = ({ name, url, corrections, method }: Settings): PublicationSettings => ({
  name,
  ...(url !== null && { url: url.replace(/\/+$/, '') }),
  ...(corrections !== null && { correctionsPolicy: corrections }),
  ...(method !== null && { publishingPrinciples: method }),
});

/** A path of the desk, as the public knows it. */
export const addressOf = ({ url = '' }: PublicationSettings, path: string): string => url + path;

/** Where the public reads what the labels of a scale version mean. */
export const scalePathOf = (deskKey: string, scaleId: Key, version: number): string =>
  `/scales/${deskKey}/${scaleId}/versions/${version}`;
