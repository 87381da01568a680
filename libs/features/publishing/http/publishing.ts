import type { FastifyReply, FastifyRequest } from 'fastify';
import { RequestProblem, markRehearsal, preferred, present } from '#platform/http';
import type { Published } from '../read-models/verdict-page/verdict-page.query.js';
import { PAGE_POLICY } from './pages/style.js';

export const JSON_TEXT = 'application/json';
export const LINKED_DATA = 'application/ld+json';
export const HTML = 'text/html';

/** In which forms an answer can be had, and how each is made. */
export type Forms<Answer> = { readonly [JSON_TEXT]: (answer: Answer) => object } & {
  readonly [LINKED_DATA]?: (answer: Answer) => object;
} & { readonly [HTML]: (answer: Answer, deskKey: string) => string };

type MediaType = typeof JSON_TEXT | typeof LINKED_DATA | typeof HTML;

/** Asked again each time, so that a correction is seen at once; who has it already gets it from his cache. */
const ASK_AGAIN = 'public, no-cache';

/** Answers in the form that the reader wants most: browsers get a page. */
export const publish = async <Answer extends { readonly rehearsal?: true | undefined }>(
  request: FastifyRequest,
  reply: FastifyReply,
  forms: Forms<Answer>,
  read: () => Promise<Published<Answer>>,
): Promise<string | undefined> => {
  void reply.header('vary', 'accept');
  const mediaType = wanted(request, forms);
  const { answer, deskKey, modifiedAt } = await read();
  if (answer.rehearsal === true) markRehearsal(reply);
  if (mediaType === HTML) void reply.header('content-security-policy', PAGE_POLICY);
  const body = mediaType === HTML ? forms[HTML](answer, deskKey) : JSON.stringify(formed(forms, mediaType, answer));
  return present(request, reply, { body, mediaType, modifiedAt, caching: ASK_AGAIN });
};

const OFFERS = [JSON_TEXT, LINKED_DATA, HTML] as const;

const wanted = <Answer>({ headers }: FastifyRequest, forms: Forms<Answer>): MediaType => {
  const offers = OFFERS.filter((mediaType) => forms[mediaType] !== undefined);
  const mediaType = preferred(headers.accept, offers);
  if (mediaType !== undefined) return mediaType;
  throw new RequestProblem(406, 'request/not-acceptable', 'It is not there in any media type that you accept.', {
    flaws: [{ parameter: 'accept', detail: `It can be had as ${offers.join(', ')}.` }],
  });
};

const formed = <Answer>(
  forms: Forms<Answer>,
  mediaType: typeof JSON_TEXT | typeof LINKED_DATA,
  answer: Answer,
): object => (forms[mediaType] ?? forms[JSON_TEXT])(answer);
