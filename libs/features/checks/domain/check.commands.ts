import type { CaseCommand } from './case.commands.js';
import type { AssignmentCommand } from './assignments.commands.js';
import type { ResearchCommand } from './research.commands.js';
import type { ReviewCommand } from './review.commands.js';
import type { ReplyCommand } from './replies.commands.js';
import type { VerdictCommand } from './verdict.commands.js';
import type { DeadlineCommand } from './deadlines.commands.js';

export type * from './case.commands.js';
export type * from './assignments.commands.js';
export type * from './research.commands.js';
export type * from './review.commands.js';
export type * from './replies.commands.js';
export type * from './verdict.commands.js';
export type * from './deadlines.commands.js';

export type CheckCommand =
  CaseCommand | AssignmentCommand | ResearchCommand | ReviewCommand | ReplyCommand | VerdictCommand | DeadlineCommand;
