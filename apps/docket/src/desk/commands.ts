import { Command, InvalidArgumentError } from 'commander';
import type { Instant } from '#kernel';
import { readSettings } from '#platform/config';
import { openDatabase } from '#platform/embedded-postgres';
import { issueToken } from './issue-token.js';
import { makeDesk } from './make-desk.js';
import { asOperator } from './operator.js';
import type { Operator } from './operator.js';
import { readStandards } from './policy-file.js';

type CreateOptions = {
  readonly key: string;
  readonly name: string;
  readonly adminEmail: string;
  readonly url?: string;
  readonly corrections?: string;
  readonly method?: string;
  readonly policy?: string;
  /** `true` without an instant. */
  readonly rehearsal?: Instant | true;
};
type TokenOptions = { readonly desk: string; readonly member: string; readonly days?: number };

/** On the configured database, or on the bundled one. */
const onDatabase = async <Result>(work: (operator: Operator) => Promise<Result>): Promise<Result> => {
  const settings = readSettings(process.env);
  const database = await openDatabase(settings);
  try {
    return await asOperator({ ...settings, database: database.urls }, work);
  } finally {
    await database.stop();
  }
};

const createDesk = async ({ policy, rehearsal: from, ...given }: CreateOptions): Promise<void> => {
  const rehearsal = from === undefined ? {} : { rehearsal: from === true ? {} : { from } };
  const wish = { ...given, ...rehearsal, standards: readStandards(policy) };
  const { adminId, token, operatorToken } = await onDatabase((operator) => makeDesk(operator, wish));
  console.log(`Desk ${wish.key} is made. Its first admin is member ${adminId}.
His token, shown this once:
${token}

He activates himself first: POST /v1/members/${adminId}/activate-member
then invites members and grants them roles.`);
  if (operatorToken === undefined) return;
  console.log(`
It is a rehearsal: its clock stands until its operator moves it.
His token, shown this once:
${operatorToken}

He moves the clock: POST /v1/rehearsal/advance-clock { "to": "<instant>" }`);
};

const printToken = async (wish: TokenOptions): Promise<void> => {
  console.log(await onDatabase((operator) => issueToken(operator, wish)));
};

const matching =
  (form: RegExp, sentence: string) =>
  (value: string): string => {
    if (!form.test(value)) throw new InvalidArgumentError(sentence);
    return value;
  };

const key = matching(/^[a-z0-9][a-z0-9:._-]{0,79}$/, 'Lower-case letters, digits and : . _ - are allowed, at most 80.');
const email = matching(/^[^\s@]+@[^\s@]+$/, 'That is no e-mail address.');
const uuid = matching(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, 'That is no id of a member.');
const url = matching(/^https?:\/\/\S+$/, 'That is no http or https address.');

const instant = (value: string): Instant => {
  const time = Date.parse(value);
  if (!/^\d{4}-\d{2}-\d{2}T/.test(value) || Number.isNaN(time))
    throw new InvalidArgumentError('An instant such as 2022-11-09T09:00:00Z.');
  return new Date(time).toISOString();
};

const days = (value: string): number => {
  const count = Number(value);
  if (!Number.isInteger(count) || count < 1 || count > 365) throw new InvalidArgumentError('From 1 to 365.');
  return count;
};

export const deskCommand = new Command('desk').description('desks of this database');
deskCommand
  .command('create')
  .description('makes a desk with its standards and its first admin, and prints the token of that admin once')
  .requiredOption('--key <key>', 'its key, such as city-desk', key)
  .requiredOption('--name <name>', 'its name, as readers see it')
  .requiredOption('--admin-email <address>', 'of the first admin', email)
  .option('--url <url>', 'where it publishes', url)
  .option('--corrections <url>', 'where it says how it corrects', url)
  .option('--method <url>', 'where it says how it works', url)
  .option('--policy <file>', 'JSON: the rules of its policy, as far as they differ from the built-in ones, and labels')
  .option(
    '--rehearsal [instant]',
    'for demos and tests: its clock stands, at this instant or at the present one, until it is moved; its key begins with rehearsal-',
    instant,
  )
  .action(createDesk);

export const tokenCommand = new Command('token').description('tokens of members');
tokenCommand
  .command('issue')
  .description('prints a new token of a member')
  .requiredOption('--desk <key>', 'the key of the desk', key)
  .requiredOption('--member <id>', 'the id of the member', uuid)
  .option('--days <count>', 'how long it is valid, at most a year', days)
  .action(printToken);
