import 'reflect-metadata';
import { Command } from 'commander';
import { DomainError } from '#kernel';
import { StartRefused } from '#platform/config';
import { CommandIdReused } from '#platform/event-store';
import { deskCommand, tokenCommand } from './desk/commands.js';
import { demo } from './demo/demo.js';
import { seedCommand } from './seed/command.js';
import { start } from './start.js';

const program = new Command('docket').description('The fact-check desk whose verdicts can be proven.');

program
  .command('start')
  .description('database, API and worker in one process, kept running')
  .action(() => start());
program
  .command('demo')
  .description('plays one claim of a news article from its article to its published verdict, and ends')
  .action(() => demo());
program.addCommand(deskCommand);
program.addCommand(tokenCommand);
program.addCommand(seedCommand);

try {
  await program.parseAsync();
} catch (error) {
  const isPlain = error instanceof StartRefused || error instanceof DomainError || error instanceof CommandIdReused;
  console.error(isPlain ? error.message : error);
  process.exit(1);
}
