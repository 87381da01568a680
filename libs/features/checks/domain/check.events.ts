import type { CaseEvent } from './case.events.js';
import type { AssignmentEvent } from './assignments.events.js';
import type { ResearchEvent } from './research.events.js';
import type { ReviewEvent } from './review.events.js';
import type { ReplyEvent } from './replies.events.js';
import type { VerdictEvent } from './verdict.events.js';
import type { DeadlineEvent } from './deadlines.events.js';

export type * from './case.events.js';
export type * from './assignments.events.js';
export type * from './research.events.js';
export type * from './review.events.js';
export type * from './replies.events.js';
export type * from './verdict.events.js';
export type * from './deadlines.events.js';

export type CheckEvent =
  CaseEvent | AssignmentEvent | ResearchEvent | ReviewEvent | ReplyEvent | VerdictEvent | DeadlineEvent;
