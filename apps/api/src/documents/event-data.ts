import path from 'node:path';
import ts from 'typescript';
import { nodesIn, sourcesIn } from './sources.js';

/** What the sources say of the data of events, and of every type that it names. */
export type EventData = {
  /** By type of event. */
  readonly ofEvents: ReadonlyMap<string, string>;
  /** By the name of the type. */
  readonly named: ReadonlyMap<string, string>;
};

type Declared = { readonly file: string; readonly node: ts.TypeNode };

/** The data of every event type, as the sources say it, and whatever that names. */
export const eventData = (): EventData => {
  const sources = ['libs/kernel', 'libs/features'].flatMap(sourcesIn);
  const names = new Names(
    sources.flatMap(({ file, root }) =>
      nodesIn(root, ts.isTypeAliasDeclaration).map(({ name, type: node }) => [name.text, { file, node }] as const),
    ),
    sources.flatMap(({ root }) =>
      nodesIn(root, ts.isVariableDeclaration).flatMap(({ name, initializer }) => {
        const list = initializer && (ts.isAsExpression(initializer) ? initializer.expression : undefined);
        return list && ts.isArrayLiteralExpression(list) ? [[name.getText(), list] as const] : [];
      }),
    ),
  );
  const events = sources
    .filter(({ file }) => file.endsWith('.events.ts'))
    .flatMap(({ file, root }) => root.statements.flatMap((statement) => dataIn(statement, file)));
  const ofEvents = new Map(events.map(([type, data]) => [type, names.printed(data)]));
  return { ofEvents, named: names.named() };
};

const dataIn = (statement: ts.Statement, file: string): readonly (readonly [type: string, data: Declared])[] => {
  if (!ts.isTypeAliasDeclaration(statement) || !ts.isTypeReferenceNode(statement.type)) return [];
  const { typeName, typeArguments: [type, node] = [] } = statement.type;
  const isEvent = ts.isIdentifier(typeName) && typeName.text === 'DomainEvent';
  if (!isEvent || type === undefined || node === undefined || !ts.isLiteralTypeNode(type)) return [];
  return ts.isStringLiteral(type.literal) ? [[type.literal.text, { file, node }]] : [];
};

/** Prints types, and remembers what they name. */
class Names {
  private readonly wanted = new Map<string, Declared>();

  constructor(
    private readonly types: readonly (readonly [name: string, declared: Declared])[],
    private readonly lists: readonly (readonly [name: string, list: ts.ArrayLiteralExpression])[],
  ) {}

  /** On one line. Types that are joined are written out as one. */
  printed({ file, node }: Declared): string {
    for (const reference of nodesIn(node, ts.isTypeReferenceNode)) this.want(reference.typeName.getText(), file);
    const joined = ts.isIntersectionTypeNode(node) ? this.joined(node, file) : undefined;
    return this.listed(inOneLine(joined ?? node));
  }

  /** Every type that was named, and what these name in turn. */
  named(): ReadonlyMap<string, string> {
    const printed = new Map<string, string>();
    for (const [name, declared] of this.wanted) printed.set(name, this.printed(declared));
    return new Map([...printed].toSorted(([one], [other]) => (one < other ? -1 : 1)));
  }

  private want(name: string, file: string): void {
    const declared = this.declared(name, file);
    if (declared !== undefined && !this.wanted.has(name)) this.wanted.set(name, declared);
  }

  /** In the same file, or else nearby, or else anywhere. */
  private declared(name: string, file: string): Declared | undefined {
    const all = this.types.filter(([known]) => known === name).map(([, declared]) => declared);
    const near = (distance: (one: string) => string) => all.find((one) => distance(one.file) === distance(file));
    return near((one) => one) ?? near((one) => path.dirname(one)) ?? all[0];
  }

  private joined({ types }: ts.IntersectionTypeNode, file: string): ts.TypeNode | undefined {
    const literals = types.map((one) =>
      ts.isTypeReferenceNode(one) ? this.declared(one.typeName.getText(), file)?.node : one,
    );
    if (!literals.every((one) => one !== undefined && ts.isTypeLiteralNode(one))) return undefined;
    for (const literal of literals)
      for (const reference of nodesIn(literal, ts.isTypeReferenceNode)) this.want(reference.typeName.getText(), file);
    return ts.factory.createTypeLiteralNode(literals.flatMap(({ members }) => [...members]));
  }

  /** `(typeof LIST)[number]`, written out. */
  private listed(text: string): string {
    return text.replaceAll(/\(typeof (\w+)\)\[number\]/g, (whole, name: string) => {
      const list = this.lists.find(([known]) => known === name)?.[1];
      const words = list?.elements.flatMap((element) => (ts.isStringLiteral(element) ? [`"${element.text}"`] : []));
      return words === undefined || words.length < (list?.elements.length ?? 0) ? whole : words.join(' | ');
    });
  }
}

const printer = ts.createPrinter({ removeComments: true });

const inOneLine = (node: ts.Node): string =>
  printer
    .printNode(ts.EmitHint.Unspecified, node, node.getSourceFile?.() ?? EMPTY)
    .replaceAll('readonly ', '')
    .replaceAll("'", '"')
    .replaceAll(/;?\s*\n\s*/g, '; ')
    .replaceAll('{; ', '{ ')
    .replaceAll('; }', ' }');

const EMPTY = ts.createSourceFile('', '', ts.ScriptTarget.Latest);
