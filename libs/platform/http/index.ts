export { CommandEnvelope, IfMatch } from './command-envelope.js';
export { Cursors } from './cursors.js';
export { httpAdapter, useEdge } from './edge.js';
export * from './fields.js';
export { EdgeModule } from './edge.module.js';
export { cursorAfter, pageOf, placeIn } from './list-page.js';
export { preferred } from './negotiation.js';
export { openApiSchema, problemComponents } from './open-api.js';
export { ParameterGuard } from './parameter.guard.js';
export { titleOf } from './problem-of.js';
export type { Told } from './problem-of.js';
export { ProblemFilter } from './problem.filter.js';
export { problem } from './problem.js';
export type { Problem } from './problem.js';
export { MAX_PAGE, after, listOf, listQuery, pageSize, readAt, streamVersion } from './reading.js';
export type { StreamVersion } from './reading.js';
export { receipt } from './receipt.js';
export { present } from './representation.js';
export type { Representation } from './representation.js';
export { RequestValidation } from './request-validation.pipe.js';
export { RequestProblem } from './request-problem.js';
export type { Flaw } from './request-problem.js';
export { BatchRoute, CommandRoute, QueryRoute, answersProblems } from './routes.js';
export {
  IS_OPEN_TO_INVITED,
  IS_OPEN_TO_OPERATORS,
  IS_PUBLIC,
  OpenToInvited,
  OpenToOperators,
  Public,
  Viewer,
  markRehearsal,
  requestIn,
  sessionOf,
  unauthenticated,
} from './session.js';
export type { DeskRequest, Session } from './session.js';
export { HasPatience } from './server.js';
export { FileStream, TakesFile } from './uploads.js';
