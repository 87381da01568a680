import type { OpenAPIObject } from '@nestjs/swagger';
import { streamRows, verbOf } from './streams.js';
import type { CommandRow, StreamRows } from './streams.js';
import { fromWhere, whoMaySend } from './who-and-where.js';

const ABOUT = `# Who may send what, from where

Made by \`npm run generate\` from the rules of the deciders and the routes of the API. "Own" means one's own item. A star: members
must say in If-Match which version they saw. Without a route, only services and the installer send it. A researcher is offered his
part in open and researching, a reviewer from open to in_review, a tie-breaker in tie_break, an approver everywhere before
publication; a transferred offer is answered wherever an approver’s is.
`;

/** Every command, by stream, with its route if people send it. */
export const commandsDocument = (description: OpenAPIObject): string => {
  const paths = Object.keys(description.paths).filter((path) => description.paths[path]?.post !== undefined);
  return [ABOUT, ...streamRows().map((stream) => sectionOf(stream, paths))].join('\n');
};

const sectionOf = ({ category, commands }: StreamRows, paths: readonly string[]): string =>
  [
    `## ${category}\n`,
    '| Command | Who | From | Route |',
    '| --- | --- | --- | --- |',
    ...commands.map((command) => rowOf(command, paths)),
    '',
  ].join('\n');

const rowOf = (command: CommandRow, paths: readonly string[]): string => {
  const { type, isVersioned } = command;
  const path = paths.find((one) => one.endsWith(`/${verbOf(type)}`));
  const route = path === undefined ? 'none' : `\`POST ${path}\``;
  return `| \`${type}\`${isVersioned ? ' \\*' : ''} | ${whoMaySend(command)} | ${fromWhere(command)} | ${route} |`;
};
