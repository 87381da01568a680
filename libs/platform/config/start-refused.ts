/** Docket cannot start as it was asked to. The message is one line for who started it: what is wrong, and what to do. */
export class StartRefused extends Error {
  override readonly name = 'StartRefused';
}
