/** Where in the body, as a JSON pointer, or which parameter or header, and what is wrong with it. */
export type Flaw = { readonly pointer?: string; readonly parameter?: string; readonly detail: string };

type Rest = { readonly flaws?: readonly Flaw[]; readonly headers?: Readonly<Record<string, string>> };

/** A refusal of the edge, before any rule is asked. The domain's refusals are DomainErrors. */
export class RequestProblem extends Error {
  override readonly name = 'RequestProblem';
  readonly flaws: readonly Flaw[];
  readonly headers: Readonly<Record<string, string>>;

  constructor(
    readonly status: number,
    readonly code: string,
    detail: string,
    { flaws = [], headers = {} }: Rest = {},
  ) {
    super(detail);
    this.flaws = flaws;
    this.headers = headers;
  }
}
