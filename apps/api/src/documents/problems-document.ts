import { CATEGORY, problemSources } from './problem-sources.js';
import type { ProblemSource } from './problem-sources.js';
import { streamRows } from './streams.js';

const ABOUT = `# Every problem, and what it says

Made by \`npm run generate\` from the sources. An answer that is no success is a problem (RFC 9457): its \`type\` is one of the
addresses below, its \`code\` the same without \`/problems/\`, and its \`detail\` the sentence, where … stands for what it met. Codes
and addresses are stable; sentences are for people and may change.
`;

/** Every code that the API answers, by its area, with its sentence and the place in the program that says it. */
export const problemsDocument = (): string => {
  const problems = forEachCategory(problemSources());
  const areas = [...new Set(problems.map(areaOf))].toSorted();
  return [ABOUT, ...areas.map((area) => sectionOf(area, problems))].join('\n');
};

/** What is said of any stream is said of each kind. */
const forEachCategory = (problems: readonly ProblemSource[]): readonly ProblemSource[] =>
  problems.flatMap((problem) =>
    streamRows()
      .filter((_, place) => place === 0 || problem.code.includes(CATEGORY))
      .map(({ category }) => ({
        ...problem,
        code: problem.code.replace(CATEGORY, category),
        sentence: problem.sentence.replaceAll(CATEGORY, category),
      })),
  );

const areaOf = ({ code }: ProblemSource): string => code.slice(0, code.indexOf('/'));

const sectionOf = (area: string, problems: readonly ProblemSource[]): string => {
  const here = problems.filter((problem) => areaOf(problem) === area);
  const codes = [...new Set(here.map(({ code }) => code))].toSorted();
  return [
    `## ${area}\n`,
    '| Problem | Status | Says | From |',
    '| --- | --- | --- | --- |',
    ...codes.map((code) =>
      rowOf(
        code,
        here.filter((problem) => problem.code === code),
      ),
    ),
    '',
  ].join('\n');
};

const rowOf = (code: string, said: readonly ProblemSource[]): string => {
  const each = (field: (problem: ProblemSource) => string | number): string =>
    [...new Set(said.map(field))]
      .join(' · ')
      .replaceAll('|', '\\|')
      .replaceAll(/__\w+__/g, '`$&`');
  return `| \`/problems/${code}\` | ${each(({ status }) => status)} | ${each(({ sentence }) => sentence)} | ${each(({ file }) => `\`${file}\``)} |`;
};
