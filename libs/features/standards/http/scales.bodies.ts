import { z } from 'zod';
import type { DataOf } from '#kernel';
import { key, language, text } from '#platform/http';
import { FINDINGS } from '../domain/finding.js';
import type { DefineScale, DraftScaleVersion, MapScale, PublishScaleVersion } from '../domain/scale.commands.js';
import { standardId } from './standards.parameters.js';

// Form only. What depends on history is the decider's.

const MOST_LABELS = 200;
const HOST = /^(?=.{1,253}$)[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?(\.[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)+$/;

const inEnglish = (longest: number) =>
  z.record(language, text(longest)).refine(({ en }) => en !== undefined, 'A text in English, `en`, is needed.');

const label = z.strictObject({
  key,
  text: inEnglish(60),
  definition: inEnglish(300),
  findings: z.array(z.enum(FINDINGS)).min(1).describe('What it may stand for; the first is its default.'),
  value: z.number().optional(),
});

const version = z.int().positive();

export const defineScaleBody = z
  .strictObject({
    name: text(200),
    kind: z.enum(['ordinal', 'text', 'external']),
    publisherHost: z
      .string()
      .regex(HOST, 'The name of a host, such as www.factcheck.example.')
      .optional()
      .describe('Of an external scale, and of no other: whose ratings it reads.'),
  })
  .meta({ id: 'DefineScale' }) satisfies z.ZodType<DataOf<DefineScale>>;

export const draftScaleVersionBody = z
  .strictObject({ labels: z.array(label).min(1).max(MOST_LABELS), note: text(2000).optional() })
  .meta({ id: 'DraftScaleVersion' }) satisfies z.ZodType<DataOf<DraftScaleVersion>>;

export const publishScaleVersionBody = z
  .strictObject({ version })
  .meta({ id: 'PublishScaleVersion' }) satisfies z.ZodType<DataOf<PublishScaleVersion>>;

export const mapScaleBody = z
  .strictObject({
    version,
    toScaleId: standardId,
    toVersion: version,
    map: z
      .array(z.strictObject({ from: key, to: key }))
      .min(1)
      .max(MOST_LABELS),
  })
  .meta({ id: 'MapScale' }) satisfies z.ZodType<DataOf<MapScale>>;
