import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { z } from 'zod';
import { DocketProblem, createDocketClient } from '#client';
import { makeDesk } from '../desk/make-desk.js';
import type { Operator } from '../desk/operator.js';
import { readStandards } from '../desk/policy-file.js';
import { playCase } from './case.js';
import { gatherCast } from './gather-cast.js';
import { presentTime } from './scene-time.js';
import { Teller } from './teller.js';

const form = z.object({ checkId: z.string(), tokens: z.record(z.string(), z.string()) });

/** The desk to try things on: its published check, and a token of each of its members. */
export type DemoDesk = z.infer<typeof form> & { readonly file: string };

type Place = { readonly home: string; readonly baseUrl: string };

/**
 * The demo desk of this home, made on the first start with the case of the demo played on it. Its tokens stand in a file
 * that only this user can read; the tokens of other desks are never kept.
 */
export const demoDesk = async (operator: Operator, { home, baseUrl }: Place): Promise<DemoDesk> => {
  const file = path.join(home, 'demo-desk.json');
  const known = readKnown(file);
  if (known !== undefined && (await isKnownHere(baseUrl, known.tokens['Ana'] ?? ''))) return { ...known, file };
  const made = await makeDemoDesk(operator, baseUrl);
  writeFileSync(file, `${JSON.stringify(made, undefined, 2)}\n`, { mode: 0o600 });
  chmodSync(file, 0o600); // also one that was there before
  return { ...made, file };
};

const readKnown = (file: string): z.infer<typeof form> | undefined => {
  try {
    return form.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return undefined; // not there, or cut short when it was written: the desk is made anew
  }
};

/** Whether this database knows the token: the file may be of another one. */
const isKnownHere = async (baseUrl: string, token: string): Promise<boolean> => {
  try {
    await createDocketClient({ baseUrl, token }).see('/v1/members/me', {});
    return true;
  } catch (error) {
    if (error instanceof DocketProblem && error.status === 401) return false;
    throw error;
  }
};

const makeDemoDesk = async (operator: Operator, baseUrl: string): Promise<z.infer<typeof form>> => {
  const key = `demo-${Date.now().toString(36)}`; // a start that was interrupted has left one behind
  const wish = { key, name: 'Demo Desk', adminEmail: 'hal@desk.example', standards: readStandards() };
  const { deskId, adminId, token } = await makeDesk(operator, wish);
  const issueToken = (memberId: string) => operator.tokens.issue(deskId, memberId);
  const quiet = new Teller(() => undefined);
  const { player, tokens } = await gatherCast(
    { baseUrl, adminId, adminToken: token, issueToken, time: presentTime() },
    quiet,
  );
  const { checkId } = await playCase(player);
  return { checkId, tokens: Object.fromEntries([...tokens].map(([{ name }, value]) => [name, value])) };
};
