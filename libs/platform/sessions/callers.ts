import type { Session } from '#platform/http';

/** Who a token speaks for, with the roles of the last commit: a feature knows members, so one provides this. */
export abstract class Callers {
  /** Asked once for each request, in one statement. `undefined`: unknown, expired or revoked. */
  abstract callerOf(tokenHash: Buffer): Promise<Session | undefined>;
}
