import type { LookupAddress } from 'node:dns';
import { isIP } from 'node:net';
import { isRefusedAddress } from './addresses.js';
import { addressRefused } from './web-archive.js';

/** A place that was looked at and may be connected to, at these addresses and no others. */
export type Destination = {
  readonly url: URL;
  /** Without the brackets of IPv6. */
  readonly hostname: string;
  readonly port: number;
  readonly addresses: readonly LookupAddress[];
  /** Named by whoever runs Docket: it may lie inside. */
  readonly isConfigured: boolean;
};

/** All addresses of a name. */
export type Resolve = (hostname: string) => Promise<readonly LookupAddress[]>;

const USUAL_PORTS: Readonly<Record<string, number>> = { 'http:': 80, 'https:': 443 };

/**
 * Where this address leads. Throws `address-refused` for whatever is not plainly the public web: another scheme or port,
 * credentials, or a host of which any address is refused, unless it is allowed (`host`, or `host:port` for other ports).
 */
export const destinationOf = async (url: URL, allow: readonly string[], resolve: Resolve): Promise<Destination> => {
  const usualPort = USUAL_PORTS[url.protocol];
  if (usualPort === undefined) throw addressRefused('Only http and https addresses are fetched.');
  if (url.username !== '' || url.password !== '') throw addressRefused('An address with credentials is not fetched.');
  const port = url.port === '' ? usualPort : Number(url.port);
  const isUsual = Object.values(USUAL_PORTS).includes(port);
  const isConfigured = allow.includes(`${url.hostname}:${port}`) || (isUsual && allow.includes(url.hostname));
  if (!isUsual && !isConfigured) throw addressRefused(`Port ${port} is not fetched from.`);
  const hostname = url.hostname.replace(/^\[(.*)\]$/, '$1');
  const addresses = await addressesOf(hostname, resolve);
  if (!isConfigured && addresses.some(({ address }) => isRefusedAddress(address)))
    throw addressRefused('The address leads to a network that is not public.');
  return { url, hostname, port, addresses, isConfigured };
};

/** Literals never reach DNS, so they are looked at here. */
const addressesOf = async (hostname: string, resolve: Resolve): Promise<readonly LookupAddress[]> => {
  const family = isIP(hostname);
  if (family !== 0) return [{ address: hostname, family }];
  const addresses = await resolve(hostname);
  if (addresses.length === 0) throw addressRefused('The name leads nowhere.');
  return addresses;
};
