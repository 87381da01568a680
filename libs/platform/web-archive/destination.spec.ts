import type { LookupAddress } from 'node:dns';
import { destinationOf } from './destination.js';

describe('an address that is refused before anything is connected to', () => {
  it.each([
    'http://127.0.0.1/',
    'http://127.1/',
    'http://0.0.0.0/',
    'http://2130706433/',
    'http://0x7f.1/',
    'http://0177.0.0.1/',
    'http://localhost/',
    'http://localhost./',
    'http://127.0.0.1./',
    'http://[::1]/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::ffff:7f00:1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://[2002:7f00:1::]/',
    'http://[fd00:ec2::254]/',
    'http://[fe80::1]/',
    'http://①②⑦.⓪.⓪.①/',
    'http://127。0。0。1/',
    'http://169.254.169.254/latest/meta-data/',
    'http://100.100.100.200/',
    'http://10.0.0.1/',
    'http://192.168.0.1/',
    'http://example.com@127.0.0.1/',
    'http://127.0.0.1:5432/',
    'file:///etc/passwd',
    'ftp://host/',
    'gopher://host/',
    'data:text/html,x',
    'http://inside.example/',
    'http://both.example/',
    'http://nowhere.example/',
    'http://public.example:8080/',
    'https://public.example:22/',
    'http://user@public.example/',
    'http://:secret@public.example/',
  ])('%s', async (url) => {
    await expect(destinationOf(new URL(url), [], resolve)).rejects.toMatchObject(REFUSED);
  });

  it('leads to no look-up when its form is wrong already', async () => {
    let lookups = 0;
    const counted = (hostname: string) => {
      lookups += 1;
      return resolve(hostname);
    };
    for (const url of [
      'ftp://public.example/',
      'http://a:b@public.example/',
      'http://public.example:8080/',
      'http://[::1]/',
    ])
      await expect(destinationOf(new URL(url), [], counted)).rejects.toMatchObject(REFUSED);
    expect(lookups).toBe(0);
  });
});

describe('an address on the public web', () => {
  it.each([
    ['http://public.example/a?b', 80],
    ['https://public.example/', 443],
    ['http://public.example:443/', 443],
  ])('%s is looked up once', async (url, port) => {
    const destination = await destinationOf(new URL(url), [], resolve);
    expect(destination).toMatchObject({ port, hostname: 'public.example', addresses: PUBLIC, isConfigured: false });
  });

  it('may be a literal', async () => {
    const destination = await destinationOf(new URL('https://[2606:4700::1111]/'), [], resolve);
    expect(destination).toMatchObject({ hostname: '2606:4700::1111', addresses: [{ family: 6 }] });
  });
});

describe('a host that is allowed by configuration', () => {
  it('may lie inside', async () => {
    await expect(allowed('http://inside.example/', 'inside.example')).resolves.toMatchObject({ isConfigured: true });
  });

  it('is reached at another port only if that is named', async () => {
    await expect(allowed('http://inside.example:8080/', 'inside.example')).rejects.toMatchObject(REFUSED);
    await expect(allowed('http://inside.example:8081/', 'inside.example:8080')).rejects.toMatchObject(REFUSED);
    await expect(allowed('http://inside.example:8080/', 'inside.example:8080')).resolves.toMatchObject({ port: 8080 });
  });

  it('with a port, is that port of it and no other', async () => {
    await expect(allowed('http://inside.example/', 'inside.example:8080')).rejects.toMatchObject(REFUSED);
    await expect(allowed('http://inside.example/', 'inside.example:80')).resolves.toMatchObject({ port: 80 });
  });

  it('allows no other host, no credentials and no other scheme', async () => {
    await expect(allowed('http://inside.example.evil.example/', 'inside.example')).rejects.toMatchObject(REFUSED);
    await expect(allowed('http://a@inside.example/', 'inside.example')).rejects.toMatchObject(REFUSED);
    await expect(allowed('ftp://inside.example/', 'inside.example')).rejects.toMatchObject(REFUSED);
  });

  it('may be an address', async () => {
    await expect(allowed('http://[::1]:8080/', '[::1]:8080')).resolves.toMatchObject({ hostname: '::1' });
    await expect(allowed('http://0x7f.1:8080/', '127.0.0.1:8080')).resolves.toMatchObject({ hostname: '127.0.0.1' });
  });
});

const REFUSED = { code: 'address-refused', isFinal: true };

const allowed = (url: string, ...allow: readonly string[]) => destinationOf(new URL(url), allow, resolve);

const PUBLIC: readonly LookupAddress[] = [{ address: '93.184.215.14', family: 4 }];
const LOOPBACK: LookupAddress = { address: '127.0.0.1', family: 4 };

const NAMES: Readonly<Record<string, readonly LookupAddress[]>> = {
  'public.example': PUBLIC,
  'inside.example': [LOOPBACK],
  'both.example': [...PUBLIC, LOOPBACK],
  localhost: [LOOPBACK, { address: '::1', family: 6 }],
  'localhost.': [LOOPBACK],
  'nowhere.example': [],
  'inside.example.evil.example': [LOOPBACK],
  '127.0.0.1.': [LOOPBACK],
};

async function resolve(hostname: string): Promise<readonly LookupAddress[]> {
  const addresses = NAMES[hostname];
  if (addresses === undefined) throw new Error(`Nobody should ask for ${hostname}.`);
  return addresses;
}
