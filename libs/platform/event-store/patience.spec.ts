import { StoreUnavailable } from './errors.js';
import { withPatience } from './patience.js';

describe('patience with the database', () => {
  it.each([
    ['a serialization failure', failure('40001')],
    ['a deadlock', failure('40P01')],
    ['a lock that was not given', failure('55P03')],
    ['a server that stops', failure('57P01')],
    ['a broken connection', failure('08006')],
    ['a reset socket', failure('ECONNRESET')],
    ['a server that is not there yet', failure('ECONNREFUSED')],
    ['a pool that gave no connection', new Error('timeout exceeded when trying to connect')],
    ['an answer that did not come', new Error('Query read timeout')],
    ['a connection that was cut', new Error('Connection terminated unexpectedly')],
    ['a client that met that before', new Error('Client has encountered a connection error and is not queryable')],
  ])('does it again after %s', async (_, error) => {
    const work = jest.fn().mockRejectedValueOnce(error).mockResolvedValueOnce('done');
    expect(await withPatience(work)).toBe('done');
    expect(work).toHaveBeenCalledTimes(2);
  });

  it('gives up on a busy database after five tries', async () => {
    const error = failure('40001');
    const work = jest.fn().mockRejectedValue(error);
    await expect(withPatience(work)).rejects.toMatchObject({ name: 'StoreBusy', cause: error });
    expect(work).toHaveBeenCalledTimes(5);
  });

  it('gives up on a database that stays away', async () => {
    const work = jest.fn().mockRejectedValue(failure('ECONNREFUSED'));
    await expect(withPatience(work, 100)).rejects.toThrow(StoreUnavailable);
    expect(work.mock.calls.length).toBeGreaterThan(1);
  });

  it.each([
    ['a full disk', '53100'],
    ['a replica', '25006'],
  ])('has none with %s', async (_, code) => {
    const work = jest.fn().mockRejectedValue(failure(code));
    await expect(withPatience(work)).rejects.toThrow(StoreUnavailable);
    expect(work).toHaveBeenCalledTimes(1);
  });

  it.each([
    ['a defect', failure('DK007')],
    ['bad data', failure('22P02')],
    ['whatever else', new TypeError('no')],
  ])('lets %s through as it is', async (_, error) => {
    await expect(withPatience(() => Promise.reject(error))).rejects.toBe(error);
  });
});

function failure(code: string): Error {
  return Object.assign(new Error(code), { code });
}
