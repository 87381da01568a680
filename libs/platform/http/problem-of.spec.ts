import { NotFoundException } from '@nestjs/common';
import { DomainError } from '#kernel';
import type { ErrorKind } from '#kernel';
import {
  CommandIdReused,
  StoreBusy,
  StoreUnavailable,
  StreamClosed,
  VersionConflict,
  VersionMissing,
} from '#platform/event-store';
import { told } from './problem-of.js';
import { RequestProblem } from './request-problem.js';

describe('what is told of a refusal', () => {
  it.each<[ErrorKind, number]>([
    ['invalid', 422],
    ['forbidden', 403],
    ['not-found', 404],
    ['conflict', 409],
    ['rule', 409],
  ])('that is %s is %i', (kind, status) => {
    expect(told(new DomainError(kind, 'check/some-rule', 'A sentence.'))).toEqual({
      status,
      code: 'check/some-rule',
      detail: 'A sentence.',
      more: { rule: 'some-rule' },
    });
  });

  it('names the rule itself, whatever the refusal met', () => {
    const details = { rule: 'another', waiverCode: 'whim' };
    expect(told(new DomainError('invalid', 'check/some-rule', 'A sentence.', details))?.more).toEqual({
      rule: 'some-rule',
      waiverCode: 'whim',
    });
  });

  it('of a version that is not the present one is 412, with the one that is', () => {
    const details = { actualVersion: 7 };
    expect(told(new DomainError('conflict', 'check/stale', 'It has changed.', details))).toMatchObject({
      status: 412,
      code: 'check/stale',
      more: { rule: 'stale', ...details },
    });
  });
});

describe('what is told of an error', () => {
  it.each([
    [new CommandIdReused('c'), 422, 'request/key-reused'],
    [new VersionMissing('ApproveVerdict'), 428, 'request/version-missing'],
    [new StreamClosed('check-1'), 409, 'store/closed'],
    [new VersionConflict('check-1', 1, 2), 503, 'store/busy'],
    [new StoreBusy('deadlock'), 503, 'store/busy'],
    [new StoreUnavailable('gone'), 503, 'store/unavailable'],
    [Object.assign(new Error('no such relation'), { code: '42P01' }), 503, 'store/unavailable'],
    [new NotFoundException('Cannot GET /v1/secret'), 404, 'request/route-unknown'],
    [new RequestProblem(400, 'request/key-missing', 'Send one.'), 400, 'request/key-missing'],
  ])('%s is its status and its code', (error, status, code) => {
    expect(told(error)).toMatchObject({ status, code });
  });

  it('that may pass is when to come again', () => {
    for (const error of [new StoreBusy('x'), new StoreUnavailable('x'), new VersionConflict('check-1', 1, 2)])
      expect(told(error)?.headers).toEqual({ 'retry-after': '1' });
  });

  it('never repeats what the machine said', () => {
    for (const error of [new StoreUnavailable('connect ECONNREFUSED 10.0.0.7'), new NotFoundException('Cannot GET /x')])
      expect(told(error)?.detail).not.toMatch(/ECONNREFUSED|Cannot/);
  });

  it.each([new TypeError('x is undefined'), 'text', undefined, { status: 400 }])(
    '%p is nothing: it is a defect',
    (error) => {
      expect(told(error)).toBeUndefined();
    },
  );
});
