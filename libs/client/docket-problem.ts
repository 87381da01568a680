import type { components } from './schema.js';

/** An error as the API tells it (RFC 9457). */
export type Problem = components['schemas']['Problem'];

/** The API refused, or failed. The code says what, for programs; the detail says it for people. */
export class DocketProblem extends Error {
  override readonly name = 'DocketProblem';

  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly body: Problem | undefined,
  ) {
    super(`${status} ${code}: ${detail}`);
  }
}

/** Of an answer that is none of success. Something between us and the API may answer too, and not with a problem. */
export const problemIn = async (response: Response): Promise<DocketProblem> => {
  const text = await response.text();
  const isProblem = response.headers.get('content-type')?.includes('application/problem+json') ?? false;
  if (!isProblem) return new DocketProblem(response.status, 'client/no-problem', text.slice(0, 200), undefined);
  const body = JSON.parse(text) as Problem;
  return new DocketProblem(response.status, body.code, body.detail, body);
};
