import createClient from 'openapi-fetch';
import { v7 } from 'uuid';
import { problemIn } from './docket-problem.js';
import type { AnswerOf, BodyOf, CommandPath, FiltersOf, IdsOf, QueryPath, Schemas } from './routes.js';

export { DocketProblem, problemIn } from './docket-problem.js';
export type { Problem } from './docket-problem.js';
export type { AnswerOf, BodyOf, CommandPath, FiltersOf, IdsOf, QueryPath, Schemas } from './routes.js';

export type ClientOptions = {
  readonly baseUrl: string;
  /** Without one, only what is public can be read. */
  readonly token?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
};

export type CheckPage = Schemas['CheckPage'];
export type Timeline = Schemas['Timeline'];
export type VerdictPage = Schemas['VerdictPage'];

/** Where a stream stands after a command; `replayed` when the command had been answered before. */
export type Receipt = Schemas['Receipt'] & { readonly replayed: boolean };

export type SendOptions = {
  /** The version that was seen: the command is for that one or for none. */
  readonly version?: number;
  /** The id of the command, a UUIDv7: to send the same again. */
  readonly key?: string;
};

export type SeeOptions<Path extends QueryPath> = {
  readonly query?: FiltersOf<Path>;
  /** `<stream>@<version>`: asks until the answer knows of this event. */
  readonly after?: string;
};

export type FileContent = string | Uint8Array | Blob;

export type UploadOptions = {
  readonly mediaType: string;
  /** Of the content, which is hashed if this is not given. */
  readonly sha256?: string;
};

/** The API, as one caller. Every refusal is thrown as a `DocketProblem`. */
export type DocketClient = {
  send<Path extends CommandPath>(
    path: Path,
    ids: IdsOf<Path>,
    body: BodyOf<Path>,
    options?: SendOptions,
  ): Promise<Receipt>;
  see<Path extends QueryPath>(path: Path, ids: IdsOf<Path>, options?: SeeOptions<Path>): Promise<AnswerOf<Path>>;
  upload(content: FileContent, options: UploadOptions): Promise<Schemas['KeptFile']>;
};

const LONGEST_WAIT_MS = 10_000;

export const createDocketClient = ({ baseUrl, token, fetch }: ClientOptions): DocketClient => {
  const headers = token === undefined ? {} : { authorization: `Bearer ${token}` };
  const api = createClient<AnyPaths>({ baseUrl, headers, ...(fetch && { fetch }) });
  api.use({
    onResponse: async ({ response }) => {
      if (!response.ok) throw await problemIn(response);
    },
  });

  return {
    send: async (path, ids, body, { version, key = v7() } = {}) => {
      const { data, response } = await api.POST(path, {
        params: { path: ids as Ids },
        body,
        headers: { 'idempotency-key': key, ...(version !== undefined && { 'if-match': `"${version}"` }) },
      });
      const replayed = response.headers.get('idempotency-replayed') === 'true';
      return { ...(data as Schemas['Receipt']), replayed };
    },

    see: async (path, ids, { query, after } = {}) => {
      const params = { path: ids as Ids, query: { ...query, ...(after !== undefined && { after }) } };
      const deadline = Date.now() + LONGEST_WAIT_MS;
      for (;;) {
        const { data, response } = await api.GET(path, { params });
        // The API has waited a moment itself before it says 202.
        if (response.status !== 202) return data as AnswerOf<typeof path>;
        if (Date.now() > deadline) throw new Error(`${path} does not know of ${after} yet.`);
      }
    },

    upload: async (content, { mediaType, sha256 }) => {
      const hash = sha256 ?? (await hashOf(content));
      const { data } = await api.PUT('/v1/files/{sha256}', {
        params: { path: { sha256: hash } },
        body: content,
        bodySerializer: (body: unknown) => body,
        headers: { 'content-type': mediaType },
      });
      return data as Schemas['KeptFile'];
    },
  };
};

/** To `openapi-fetch` every route is alike: what each one takes and answers is said by `DocketClient`. */
type AnyOperation = {
  readonly parameters: {
    readonly path: Readonly<Record<string, unknown>>;
    readonly query?: Readonly<Record<string, unknown>>;
  };
  readonly requestBody?: { readonly content: { readonly 'application/json': unknown } };
  readonly responses: { readonly 200: { readonly content: { readonly 'application/json': unknown } } };
};
type AnyPaths = Record<string, { get: AnyOperation; post: AnyOperation; put: AnyOperation }>;

type Ids = Readonly<Record<string, unknown>>;

const hashOf = async (content: FileContent): Promise<string> => {
  const bytes = await new Blob([content]).arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
};
