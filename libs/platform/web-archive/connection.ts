import type { LookupOptions } from 'node:dns';
import { request as requestHttp } from 'node:http';
import type { ClientRequest, IncomingMessage } from 'node:http';
import { request as requestHttps } from 'node:https';
import type { LookupFunction } from 'node:net';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { REFUSED_RANGES, isRefusedAddress } from './addresses.js';
import { ACCEPTED_ENCODINGS } from './answer-body.js';
import type { Destination } from './destination.js';
import { addressRefused } from './web-archive.js';

const HEADERS = {
  accept: '*/*',
  'accept-encoding': ACCEPTED_ENCODINGS,
  'user-agent': 'Docket (capture of evidence)',
};

/**
 * Asks for the destination, once, and gives the head of the answer. It connects to the addresses that were checked, since
 * a name may lead elsewhere the second time it is asked for, and looks at the connected one again.
 */
export const answerFrom = (destination: Destination, signal: AbortSignal): Promise<IncomingMessage> =>
  new Promise((resolve, reject) => {
    const { url, hostname, port } = destination;
    const { request, Agent } = url.protocol === 'https:' ? SECURE : PLAIN;
    const asked = request({
      method: 'GET',
      hostname,
      port,
      path: url.pathname + url.search,
      headers: { ...HEADERS, host: url.host },
      agent: new Agent(filterFor(destination)),
      lookup: only(destination),
      signal,
    });
    refuseElsewhere(asked, destination);
    asked.once('response', resolve).on('error', reject).end();
  });

const PLAIN = { request: requestHttp, Agent: RequestFilteringHttpAgent };
const SECURE = { request: requestHttps, Agent: RequestFilteringHttpsAgent };

const filterFor = ({ isConfigured, addresses }: Destination) =>
  isConfigured
    ? { allowIPAddressList: addresses.map(({ address }) => address) }
    : { denyIPAddressList: [...REFUSED_RANGES] };

/** Answers for every name with what was found and checked before. */
const only =
  ({ addresses }: Destination): LookupFunction =>
  (_hostname: string, { all }: LookupOptions, answer) => {
    const [first] = addresses;
    if (all) answer(null, [...addresses]);
    else answer(null, first?.address ?? '', first?.family ?? 0);
  };

const refuseElsewhere = (asked: ClientRequest, { isConfigured }: Destination): void => {
  asked.once('socket', (socket) =>
    socket.once('connect', () => {
      if (!isConfigured && isRefusedAddress(socket.remoteAddress ?? ''))
        asked.destroy(addressRefused('The connection led to a network that is not public.'));
    }),
  );
};
