/** How far the check of a claim has come: the claims' own rules ask it, and only a higher feature knows. */
export abstract class CheckStages {
  /** `undefined`: the claim has no check. */
  abstract stageOf(deskId: number, claimId: string): Promise<string | undefined>;
}
