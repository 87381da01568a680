import { createHash } from 'node:crypto';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Instant } from '#kernel';

/** What stands at an address, in one of its forms. */
export type Representation = {
  readonly body: string;
  readonly mediaType: string;
  readonly modifiedAt: Instant;
  /** What caches may do with it: a Cache-Control. */
  readonly caching: string;
};

/**
 * The body, or nothing for a caller who has it already (RFC 9110, 13). Its tag is a hash of the bytes that are sent, so
 * that it tells nothing that they do not.
 */
export const present = (
  { headers }: Pick<FastifyRequest, 'headers'>,
  reply: FastifyReply,
  { body, mediaType, modifiedAt, caching }: Representation,
): string | undefined => {
  const tag = `"${createHash('sha256').update(body).digest('base64url')}"`;
  void reply.headers({ etag: tag, 'last-modified': inSeconds(modifiedAt).toUTCString(), 'cache-control': caching });
  if (isKnown(headers, tag, modifiedAt)) {
    void reply.status(304);
    return undefined;
  }
  void reply.type(`${mediaType}; charset=utf-8`);
  return body;
};

/** Where tags are compared, times are not asked. */
const isKnown = (headers: FastifyRequest['headers'], tag: string, modifiedAt: Instant): boolean => {
  const tags = headers['if-none-match'];
  if (tags !== undefined) return tagsIn(tags).some((one) => one === '*' || one === tag);
  const since = Date.parse(headers['if-modified-since'] ?? '');
  return since >= inSeconds(modifiedAt).getTime();
};

/** Whether a tag is a weak one makes no difference to a GET. */
const tagsIn = (header: string): readonly string[] => header.split(',').map((one) => one.trim().replace(/^W\//, ''));

const inSeconds = (instant: Instant): Date => new Date(Math.floor(Date.parse(instant) / 1000) * 1000);
