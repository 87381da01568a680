/** A value for each parameter of a path or a query, from the case of one claim. */
export const PARAMETER_EXAMPLES: Readonly<Record<string, unknown>> = {
  submissionId: '01845d2e-3a00-7000-8000-000000000100',
  claimId: '01845d2e-3a00-7000-8000-000000000104',
  checkId: '01845d2e-3a00-7000-8000-000000000104',
  evidenceId: '01845d2e-3a00-7000-8000-000000000201',
  memberId: '01845d2e-3a00-7000-8000-000000000002',
  scaleId: 'five-step',
  policyId: 'default',
  deskKey: 'rehearsal-example',
  versionNo: 1,
  version: 1,
  limit: 20,
  after: 'check-01845d2e-3a00-7000-8000-000000000104@1',
  language: 'en',
  label: 'unproven',
  claimant: 'person:john-kirby',
  member: '01845d2e-3a00-7000-8000-000000000002',
  actor: '01845d2e-3a00-7000-8000-000000000002',
  from: '2022-11-09T00:00:00.000Z',
  to: '2022-11-10T00:00:00.000Z',
  asOf: '2022-11-10T12:00:00.000Z',
  topic: 'war',
  skill: 'ko',
  text: 'artillery shells',
  party: 'person:john-kirby',
  originGroup: 'us-government',
  origin: 'us-government',
  publisher: 'Los Angeles Times',
  sourceUrl: 'https://www.latimes.com/feed',
  sha256: 'a948904f2f0f479b8f8197694b30184b0d2ed1c1cd2a1ec0fb85d299a192a447',
};

/** What a file that is sent may hold. */
export const FILE_EXAMPLES: Readonly<Record<string, string>> = {
  'text/csv': 'externalKey,text\nrow-1,The minister says that the shells were never delivered.\n',
  'application/octet-stream': 'hello world\n',
};
