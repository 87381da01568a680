import { z } from 'zod';
import { key } from '#platform/http';
import { gateOf } from '../../domain/gate.js';
import { GATE_ITEMS } from '../../domain/gate.items.js';
import type { Asked } from './attempts.js';

const asked = {
  item: z.enum(GATE_ITEMS),
  asks: z.string().describe('What must be so.'),
  isPersonal: z.boolean().describe('It is about whoever signs: for another it may come out otherwise.'),
};

const item = z.union([
  z.strictObject({ ...asked, isMet: z.literal(true) }),
  z.strictObject({
    ...asked,
    isMet: z.literal(false),
    code: z.string().describe('The refusal that the command would meet, if this came first.'),
    reason: z.string().describe('Its sentence.'),
    details: z.record(z.string(), z.unknown()).describe('What the refusal met: ids, groups, numbers.'),
    waiver: z
      .strictObject({ rule: z.enum(['reply', 'sources', 'archive']), codes: z.array(key) })
      .optional()
      .describe('The exception that would lift it, and the reasons that the policy accepts.'),
  }),
]);

/** Everything that stands between a draft and its readers, for whoever asks. */
export const gate = z
  .strictObject({
    command: z.enum(['ApproveVerdict', 'PublishVerdict']),
    isPossible: z.boolean().describe('Nothing is in the way that no waiver would lift.'),
    items: z
      .array(item)
      .describe('In the order in which the command refuses. An approval is taken to consider every answer received.'),
  })
  .meta({ id: 'Gate' });

export type GateAnswer = z.infer<typeof gate>;

/** `undefined`: nothing is to be signed. */
export const gateFor = ({ actor, state, around: { claim, evidence, member } }: Asked): GateAnswer | undefined => {
  const found = gateOf(state, { claim, evidence, member }, actor);
  if (found === undefined) return undefined;
  const { command, isPossible, items } = found;
  return { command, isPossible, items: items.map((one) => answerOf(one)) };
};

type Item = NonNullable<ReturnType<typeof gateOf>>['items'][number];

const answerOf = (one: Item): GateAnswer['items'][number] => {
  if (one.isMet) return one;
  const { waiver, details, ...refused } = one;
  return {
    ...refused,
    details: { ...details },
    ...(waiver && { waiver: { rule: waiver.rule, codes: [...waiver.codes] } }),
  };
};
