import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { z } from 'zod';
import { StartRefused } from '#platform/config';
import { partyNamed, sentence } from './texts.js';
import type { Statement, Statements } from './texts.js';

/** Where data stand that may be read and not be kept: beside the repository, unless it is said otherwise. */
export const dataDirectory = (given?: string): string => given ?? process.env['DOCKET_DATA_DIR'] ?? '../shared/data';

const FILES = ['match-checkthat-2b-en/vclaims.jsonl.gz', 'match-checkthat-2a-en/vclaims.jsonl.gz'];

const record = z.object({ claim: z.string(), speaker: z.string().nullish(), author: z.string().nullish() });

/** Claims that were checked elsewhere; `undefined` if the directory has none. One that is named must have some. */
export const statementsIn = (directory: string, isNamed: boolean): Statements | undefined => {
  const files = FILES.map((file) => path.join(directory, file)).filter((file) => existsSync(file));
  const all = files.flatMap(read);
  if (all.length > 0) return { next: (chance) => chance.pick(all) };
  if (isNamed) throw new StartRefused(`${directory} has no claims: it needs ${FILES.join(' or ')}.`);
  return undefined;
};

const read = (file: string): readonly Statement[] =>
  gunzipSync(readFileSync(file))
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .flatMap((line) => {
      const { claim, speaker, author } = record.parse(JSON.parse(line));
      const text = sentence(claim);
      return text.length < 10 ? [] : [{ text, by: partyNamed(speaker ?? author ?? 'Somebody') }];
    });
