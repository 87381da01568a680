import { sha256 } from '#kernel';
import type { Actor, DataOf, Envelope } from '#kernel';
import { DEFAULT_RULES } from '#features/standards';
import type { PinnedPolicy } from '#features/standards';
import type { RegisterSubmission, SubmissionCommand } from '../submission.commands.js';
import type { SubmissionEvent, SubmissionRegistered } from '../submission.events.js';

// Submission s1 of two short lines, registered by Ana on a Wednesday morning, and what may be asked of it.

export const TEXT = 'One says so.\nAnother denies it.';

export const member = (id: string, role: string): Actor => ({ kind: 'member', id, roles: [role] });
export const ana = member('ana', 'editor');
export const feed: Actor = { kind: 'service', id: 'service:feed', roles: [] };

export const AT = '2022-11-09T09:02:00.000Z';
export const DUE = '2022-11-09T13:02:00.000Z';

const asked = ({ actor = ana, at = AT }: Around): Envelope & { readonly id: string } => ({
  id: 's1',
  deskId: 1,
  commandId: 'command',
  correlationId: 'request',
  actor,
  at,
});

const policy: PinnedPolicy = { policyId: 'default', version: 1, rules: DEFAULT_RULES };

export type Around = { readonly actor?: Actor; readonly at?: string };

export const register = (
  change: Partial<DataOf<RegisterSubmission>> = {},
  around: Around & { readonly policy?: 'none'; readonly idOfKey?: string } = {},
): SubmissionCommand => ({
  type: 'RegisterSubmission',
  data: { kind: 'article', text: TEXT, language: 'en', ...change },
  facts: { policy: around.policy === 'none' ? undefined : policy, idOfKey: around.idOfKey ?? 's1' },
  ...asked(around),
});

export const registered = (change: Partial<SubmissionRegistered['data']> = {}): SubmissionEvent => ({
  type: 'SubmissionRegistered',
  data: {
    kind: 'article',
    text: TEXT,
    language: 'en',
    revision: 1,
    textHash: sha256(TEXT),
    length: 31,
    triageDueAt: DUE,
    by: 'ana',
    ...change,
  },
});

export const revision = (no: number, text: string): SubmissionEvent => ({
  type: 'SubmissionRevised',
  data: { revision: no, text, textHash: sha256(text), length: Array.from(text).length },
});

/** What is asked, of any command that has no facts. */
type Asking = SubmissionCommand extends infer Command
  ? Command extends Exclude<SubmissionCommand, { readonly facts: unknown }>
    ? Pick<Command, 'type' | 'data'>
    : never
  : never;

/** A command for s1, of Ana unless it is somebody else's. */
export const ask = (asking: Asking, around: Around = {}): SubmissionCommand => ({ ...asking, ...asked(around) });

export const markDuplicate = (ofSubmissionId: string, isTargetThere = true, actor = ana): SubmissionCommand => ({
  type: 'MarkDuplicate',
  data: { ofSubmissionId },
  facts: { isTargetThere },
  ...asked({ actor }),
});
