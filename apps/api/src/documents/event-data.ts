import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

const FEATURES = 'libs/features';

/** The data of every event type, as the sources say it. */
export const eventData = (): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(FEATURES, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.events.ts'))
      .toSorted()
      .flatMap((file) => dataIn(path.join(FEATURES, file))),
  );

const dataIn = (file: string): readonly (readonly [type: string, data: string])[] => {
  const source = ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest);
  return source.statements.flatMap((statement) => {
    if (!ts.isTypeAliasDeclaration(statement) || !ts.isTypeReferenceNode(statement.type)) return [];
    const { typeName, typeArguments: [type, data] = [] } = statement.type;
    const isEvent = ts.isIdentifier(typeName) && typeName.text === 'DomainEvent';
    if (!isEvent || type === undefined || data === undefined || !ts.isLiteralTypeNode(type)) return [];
    if (!ts.isStringLiteral(type.literal)) return [];
    return [[type.literal.text, inOneLine(data, source)] as const];
  });
};

const printer = ts.createPrinter({ removeComments: true });

const inOneLine = (node: ts.Node, source: ts.SourceFile): string =>
  printer
    .printNode(ts.EmitHint.Unspecified, node, source)
    .replaceAll('readonly ', '')
    .replaceAll(/;?\s*\n\s*/g, '; ')
    .replaceAll('{; ', '{ ')
    .replaceAll('; }', ' }');
