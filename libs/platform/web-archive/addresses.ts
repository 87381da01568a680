import { BlockList, isIP } from 'node:net';

/** This network, private, shared, loopback, link-local, documentation, tests, multicast, reserved. */
const IPV4 = [
  '0.0.0.0/8',
  '10.0.0.0/8',
  '100.64.0.0/10',
  '127.0.0.0/8',
  '169.254.0.0/16',
  '172.16.0.0/12',
  '192.0.0.0/24',
  '192.0.2.0/24',
  '192.88.99.0/24',
  '192.168.0.0/16',
  '198.18.0.0/15',
  '198.51.100.0/24',
  '203.0.113.0/24',
  '224.0.0.0/4',
  '240.0.0.0/4',
];

/** Likewise, with all that carries an IPv4 address inside, but for mapped ones: those are judged by that address. */
const IPV6 = [
  '::/96',
  '64:ff9b::/96',
  '64:ff9b:1::/48',
  '100::/64',
  '2001::/23',
  '2001:db8::/32',
  '2002::/16',
  '3fff::/20',
  '5f00::/16',
  'fc00::/7',
  'fe80::/10',
  'fec0::/10',
  'ff00::/8',
];

export const REFUSED_RANGES: readonly string[] = [...IPV4, ...IPV6];

/** Never with ::ffff:0:0/96: Node would then refuse all of IPv4. It matches mapped addresses with the IPv4 rules as it is. */
const refused = REFUSED_RANGES.reduce((list, range) => {
  const [network = '', prefix] = range.split('/');
  list.addSubnet(network, Number(prefix), isIP(network) === 4 ? 'ipv4' : 'ipv6');
  return list;
}, new BlockList());

/** Whether a connection to this address could reach what is not public. What is no address is refused too. */
export const isRefusedAddress = (address: string): boolean => {
  const family = isIP(address);
  if (family === 0 || address.includes('%')) return true;
  return refused.check(address, family === 4 ? 'ipv4' : 'ipv6');
};
