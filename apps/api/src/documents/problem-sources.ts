import path from 'node:path';
import ts from 'typescript';
import { nodesIn, sourcesIn } from './sources.js';
import type { Source } from './sources.js';

/** A refusal as the program says it. `CATEGORY` stands for whatever kind of stream it is about. */
export type ProblemSource = {
  readonly code: string;
  readonly status: number;
  readonly sentence: string;
  readonly file: string;
};

export const CATEGORY = '<category>';

/** Where refusals are made: in the kernel, at the edge, and in each feature. */
const FOLDERS = ['libs/kernel', 'libs/platform', 'libs/features'];

const STATUS: Readonly<Record<string, number>> = {
  invalid: 422,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  rule: 409,
};

/** Every refusal that the sources make, by whatever helper. */
export const problemSources = (): readonly ProblemSource[] => {
  const sources = FOLDERS.flatMap(sourcesIn);
  return sources.flatMap((source) => [
    ...nodesIn(source.root, ts.isNewExpression).flatMap((made) => madeBy(made, source, sources)),
    ...nodesIn(source.root, ts.isObjectLiteralExpression).flatMap((literal) => writtenIn(literal, source)),
  ]);
};

/** `new DomainError(kind, code, sentence)` or `new RequestProblem(status, code, sentence)`. */
const madeBy = (
  { expression, arguments: args }: ts.NewExpression,
  { file }: Source,
  sources: readonly Source[],
): readonly ProblemSource[] => {
  const name = expression.getText();
  if (name !== 'DomainError' && name !== 'RequestProblem') return [];
  return readings(args?.slice(0, 3) ?? [], file, sources).flatMap(
    ({ said: [kind = '', code = '', sentence = ''], by }) => {
      const status = code.endsWith('/stale') ? 412 : (STATUS[kind] ?? Number(kind));
      return isCode(code) ? [{ code, status, sentence, file: by }] : [];
    },
  );
};

/** What expressions say, and the file in which it stands. */
type Reading = { readonly said: readonly string[]; readonly by: string };

/** Of a parameter: what each caller gives for it, in the same folder, or else anywhere. */
const readings = (
  expressions: readonly ts.Expression[],
  file: string,
  sources: readonly Source[],
): readonly Reading[] => {
  const maker = expressions.map(makerOf).find((one) => one !== undefined);
  const calls = maker === undefined ? [] : callsOf(maker.name, file, sources);
  if (maker === undefined || calls.length === 0)
    return [{ said: expressions.map((one) => textOf(one, new Map())), by: file }];
  return calls.flatMap(({ call, file: caller }) => {
    const given = call.arguments.slice(0, maker.parameters.length);
    return readings(given, caller, sources).map(({ said, by }) => {
      const meant = new Map(maker.parameters.map((parameter, place) => [parameter, said[place] ?? '']));
      return { said: expressions.map((one) => textOf(one, meant)), by };
    });
  });
};

type Call = { readonly call: ts.CallExpression; readonly file: string };

const callsOf = (name: string, file: string, sources: readonly Source[]): readonly Call[] => {
  const all = sources.flatMap(({ root, file: caller }) =>
    nodesIn(root, ts.isCallExpression)
      .filter((call) => call.expression.getText() === name)
      .map((call) => ({ call, file: caller })),
  );
  const near = all.filter((one) => folderOf(one.file) === folderOf(file));
  return near.length > 0 ? near : all;
};

type Maker = { readonly name: string; readonly parameters: readonly string[] };

/** The helper whose word stands in the expression: alone, or as a part of a code. */
const makerOf = (expression: ts.Expression): Maker | undefined => {
  const isCodeOfParts = ts.isTemplateExpression(expression) && /^([a-z]+\/)?$/.test(expression.head.text);
  if (!isCodeOfParts && !ts.isIdentifier(expression)) return undefined;
  const names = nodesIn(expression, ts.isIdentifier).map(({ text }) => text);
  for (let node: ts.Node | undefined = expression; node !== undefined; node = node.parent) {
    if (!ts.isArrowFunction(node) || !ts.isVariableDeclaration(node.parent)) continue;
    const isNamed = node.parameters.some((one) => isWord(one) && names.includes(one.name.getText()));
    const parameters = node.parameters.map((one) => one.name.getText());
    return isNamed ? { name: node.parent.name.getText(), parameters } : undefined;
  }
  return undefined;
};

const isWord = ({ type }: ts.ParameterDeclaration): boolean =>
  type !== undefined && ['string', 'ErrorKind', 'number'].includes(type.getText());

const textOf = (expression: ts.Expression, meant: ReadonlyMap<string, string>): string => {
  if (ts.isStringLiteralLike(expression) || ts.isNumericLiteral(expression)) return expression.text;
  if (ts.isIdentifier(expression)) return wordFor(expression.text, meant);
  if (!ts.isTemplateExpression(expression)) return '…';
  const spans = expression.templateSpans.map((span) => textOf(span.expression, meant) + span.literal.text);
  return expression.head.text + spans.join('');
};

const wordFor = (name: string, meant: ReadonlyMap<string, string>): string =>
  meant.get(name) ?? (name === 'category' ? CATEGORY : '…');

/** `{ status, code, detail }` of the edge, `{ code, message }` of a duty, and sentences by their code. */
const writtenIn = (literal: ts.ObjectLiteralExpression, { file }: Source): readonly ProblemSource[] => {
  const fields = new Map(
    literal.properties.flatMap((one) =>
      ts.isPropertyAssignment(one)
        ? [[one.name.getText().replaceAll("'", ''), textOf(one.initializer, new Map())]]
        : [],
    ) as readonly (readonly [string, string])[],
  );
  const [code = '', status, detail, message] = ['code', 'status', 'detail', 'message'].map((name) => fields.get(name));
  if (isCode(code) && status !== undefined && detail !== undefined)
    return [{ code, status: Number(status), sentence: detail, file }];
  if (file.endsWith('duties.ts') && message !== undefined)
    return [{ code: `check/${code}`, status: 403, sentence: message, file }];
  return [...fields].flatMap(([name, sentence]) =>
    isCode(name) && sentence.endsWith('.') ? [{ code: name, status: 403, sentence, file }] : [],
  );
};

const isCode = (text: string): boolean => /^([a-z]+|<category>)\/[a-z-]+$/.test(text);

/** A feature, a folder of the platform, or the kernel. */
const folderOf = (file: string): string => {
  const [, layer = '', name = ''] = file.split(path.sep);
  return layer === 'kernel' ? layer : `${layer}/${name}`;
};
