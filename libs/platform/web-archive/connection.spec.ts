import { answerFrom } from './connection.js';

const { signal } = new AbortController();

describe('a connection', () => {
  it('is not made to an address that is refused, even if nobody had looked at it', async () => {
    const url = new URL('http://public.example/');
    const addresses = [{ address: '127.0.0.1', family: 4 }];
    const asked = answerFrom({ url, hostname: url.hostname, port: 80, addresses, isConfigured: false }, signal);
    await expect(asked).rejects.toThrow('not allowed');
  });

  it('is not made to a refused literal either, for which no name is looked up', async () => {
    for (const hostname of ['127.0.0.1', '198.18.0.1', '::1', '64:ff9b::7f00:1', '::ffff:7f00:1']) {
      const destination = { url: new URL('https://literal.example/'), hostname, port: 443, addresses: [] };
      await expect(answerFrom({ ...destination, isConfigured: false }, signal)).rejects.toThrow('not allowed');
    }
  });
});
