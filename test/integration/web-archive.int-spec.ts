import { createServer } from 'node:http';
import type { RequestListener, Server, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { brotliCompressSync, gzipSync } from 'node:zlib';
import { HttpWebArchive } from '#platform/web-archive';

const MEGABYTE = 1024 * 1024;
const LIMITS = { maxBytes: MEGABYTE, timeoutMs: 5_000 };

describe('capturing from the web', () => {
  const servers: Server[] = [];
  const askedInside: string[] = [];
  let host = '';
  let inside = '';

  beforeAll(async () => {
    host = await listening((request, response) => {
      const { pathname, searchParams } = new URL(request.url ?? '/', 'http://host.invalid');
      PAGES[pathname]?.(response, searchParams.get('to') ?? '');
    });
    inside = await listening((request, response) => {
      askedInside.push(request.url ?? '');
      text(response, 'a secret');
    });
  });
  afterAll(() => servers.forEach((server) => server.close().closeAllConnections()));

  const listening = async (listener: RequestListener): Promise<string> => {
    const server = createServer(listener);
    servers.push(server);
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return `127.0.0.1:${(server.address() as AddressInfo).port}`;
  };

  const capture = (path: string, limits: Partial<typeof LIMITS> = {}) =>
    new HttpWebArchive({ ...LIMITS, ...limits, allow: [host] }).capture(`http://${host}${path}`);

  it('copies what stands there, unpacked, with its type', async () => {
    const plain = { content: Buffer.from('Ĝis!'), mediaType: 'text/plain; charset=utf-8' };
    await expect(capture('/plain')).resolves.toEqual(plain);
    await expect(capture('/gzip')).resolves.toEqual(plain);
    await expect(capture('/brotli')).resolves.toEqual(plain);
  });

  it('follows five redirects, relative ones too, and no sixth', async () => {
    await expect(capture('/hop?to=5')).resolves.toMatchObject({ content: Buffer.from('there') });
    await expect(capture('/hop?to=6')).rejects.toMatchObject({ code: 'too-many-redirects', isFinal: true });
  });

  it.each([401, 403, 404, 410])('gives up on status %i', async (status) => {
    await expect(capture(`/status?to=${status}`)).rejects.toMatchObject({ code: `http-${status}`, isFinal: true });
  });

  it.each([204, 400, 429, 500, 503])('hopes for another time after status %i', async (status) => {
    await expect(capture(`/status?to=${status}`)).rejects.toMatchObject({ code: `http-${status}`, isFinal: false });
  });

  it.each(['/endless', '/bomb', '/large', '/announced'])('stops at the limit: %s', async (path) => {
    await expect(capture(path)).rejects.toMatchObject({ code: 'too-large', isFinal: true });
  });

  it.each(['/silent', '/slow'])('stops when the time is over: %s', async (path) => {
    await expect(capture(path, { timeoutMs: 200 })).rejects.toMatchObject({ code: 'timeout', isFinal: false });
  });

  it.each(['/script', '/untyped', '/packed'])('refuses other types: %s', async (path) => {
    await expect(capture(path)).rejects.toMatchObject({ code: 'media-type', isFinal: true });
  });

  it.each(['/cut', '/headers', '/not-gzip'])('hopes for another time when the answer is broken: %s', async (path) => {
    await expect(capture(path)).rejects.toMatchObject({ code: 'unreachable', isFinal: false });
  });

  it('hopes for another time when nobody answers', async () => {
    const gone = await listening(() => undefined);
    await new Promise((resolve) => servers.pop()?.close(resolve));
    const archive = new HttpWebArchive({ ...LIMITS, allow: [gone] });
    await expect(archive.capture(`http://${gone}/`)).rejects.toMatchObject({ code: 'unreachable', isFinal: false });
  });

  it.each([
    'http://127.0.0.1/',
    'http://2130706433/',
    'http://localhost/',
    'http://[::1]/',
    'http://[::ffff:7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://10.0.0.1/',
    'http://a:b@example.com/',
    'http://example.com:22/',
    'file:///etc/passwd',
    'data:text/html,x',
    'http://',
  ])('does not follow a redirect to %s', async (to) => {
    const redirected = capture(`/redirect?to=${encodeURIComponent(to)}`);
    await expect(redirected).rejects.toMatchObject({ code: 'address-refused', isFinal: true });
  });

  it('does not reach another port of an allowed host, by a redirect or at once', async () => {
    const to = `http://${inside}/`;
    await expect(capture(`/redirect?to=${encodeURIComponent(to)}`)).rejects.toMatchObject({ code: 'address-refused' });
    const archive = new HttpWebArchive({ ...LIMITS, allow: [host] });
    await expect(archive.capture(to)).rejects.toMatchObject({ code: 'address-refused' });
    await expect(archive.capture('no address')).rejects.toMatchObject({ code: 'address-refused' });
    expect(askedInside).toEqual([]);
  });

  it('connects where the name led when it was checked, wherever it leads afterwards', async () => {
    const [, port = ''] = host.split(':');
    let lookups = 0;
    const resolve = async () => [{ address: `127.0.0.${(lookups += 1)}`, family: 4 }];
    const archive = new HttpWebArchive({ ...LIMITS, allow: [`name.example:${port}`] }, resolve);
    await expect(archive.capture(`http://name.example:${port}/plain`)).resolves.toBeDefined();
    expect(lookups).toBe(1);
  });

  it('refuses a name of which one address is inside', async () => {
    const archive = new HttpWebArchive({ ...LIMITS, allow: [] }, async () => HALF_INSIDE);
    await expect(archive.capture('http://both.example/')).rejects.toMatchObject({ code: 'address-refused' });
  });

  it('waits for a name no longer than for the rest', async () => {
    const archive = new HttpWebArchive({ ...LIMITS, timeoutMs: 50, allow: [] }, () => new Promise(() => undefined));
    await expect(archive.capture('http://slow.example/')).rejects.toMatchObject({ code: 'timeout', isFinal: false });
  });
});

const HALF_INSIDE = [
  { address: '93.184.215.14', family: 4 },
  { address: '127.0.0.1', family: 4 },
];

type Page = (response: ServerResponse, to: string) => unknown;

const text = (response: ServerResponse, body: string | Buffer, headers: Readonly<Record<string, string>> = {}) =>
  response.writeHead(200, { 'content-type': 'text/plain; charset=UTF-8', ...headers }).end(body);

const packed =
  (encoding: string, body: Buffer): Page =>
  (response) =>
    text(response, body, { 'content-encoding': encoding });

const redirect: Page = (response, to) => response.writeHead(302, { location: to }).end();

/** Writes on and on, until nobody listens. */
const drip = (response: ServerResponse, everyMs: number, part: Buffer): void => {
  response.writeHead(200, { 'content-type': 'text/plain' });
  const timer = setInterval(() => response.write(part), everyMs);
  response.once('close', () => clearInterval(timer));
};

const PAGES: Readonly<Record<string, Page>> = {
  '/plain': (response) => text(response, 'Ĝis!'),
  '/gzip': packed('gzip', gzipSync('Ĝis!')),
  '/brotli': packed('br', brotliCompressSync('Ĝis!')),
  '/not-gzip': packed('gzip', Buffer.from('not packed at all')),
  '/packed': packed('zstd', Buffer.from('whatever')),
  '/bomb': packed('gzip', gzipSync(Buffer.alloc(64 * MEGABYTE))),
  '/hop': (response, to) => (to === '0' ? text(response, 'there') : redirect(response, `hop?to=${Number(to) - 1}`)),
  '/redirect': redirect,
  '/status': (response, to) => response.writeHead(Number(to), { 'content-type': 'text/plain' }).end(),
  '/endless': (response) => drip(response, 1, Buffer.alloc(MEGABYTE / 8, 'x')),
  '/slow': (response) => drip(response, 20, Buffer.from('x')),
  '/large': (response) => text(response, Buffer.alloc(MEGABYTE + 1, 'x'), { 'transfer-encoding': 'chunked' }),
  '/announced': (response) =>
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 2 * MEGABYTE }).write('x'),
  '/silent': () => undefined,
  '/script': (response) => text(response, 'alert(1)', { 'content-type': 'text/javascript' }),
  '/untyped': (response) => response.writeHead(200).end('what is it?'),
  '/cut': (response) => {
    response.writeHead(200, { 'content-type': 'text/plain', 'content-length': 100 });
    response.write('half', () => response.destroy());
  },
  '/headers': (response) => {
    for (let n = 0; n < 10_000; n += 1) response.setHeader(`x-${n}`, 'x');
    text(response, 'many');
  },
};
