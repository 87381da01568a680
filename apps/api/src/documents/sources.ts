import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';

/** A file of the program, as its compiler reads it. */
export type Source = { readonly file: string; readonly root: ts.SourceFile };

/** Those below a folder, without tests, in the order of their names. */
export const sourcesIn = (folder: string): readonly Source[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.spec.ts') && !file.includes('testing'))
    .toSorted()
    .map((name) => path.join(folder, name))
    .map((file) => ({
      file,
      root: ts.createSourceFile(file, readFileSync(file, 'utf8'), ts.ScriptTarget.Latest, true),
    }));

/** Every node of a kind. */
export const nodesIn = <Node extends ts.Node>(
  root: ts.Node,
  isWanted: (node: ts.Node) => node is Node,
): readonly Node[] => {
  const found: Node[] = [];
  const visit = (node: ts.Node): void => {
    if (isWanted(node)) found.push(node);
    ts.forEachChild(node, visit);
  };
  visit(root);
  return found;
};
