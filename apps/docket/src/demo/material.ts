import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';

/** Where package.json stands: the compiled program is deeper below it than its source. */
export const packageRoot = (from = import.meta.dirname): string => {
  if (existsSync(path.join(from, 'package.json'))) return from;
  const above = path.dirname(from);
  if (above === from) throw new Error('There is no package.json above this program.');
  return packageRoot(above);
};

/** The article, or one of the notes on its sources. */
export const readMaterial = (name: string): string =>
  readFileSync(path.join(packageRoot(), 'apps/docket/material', name), 'utf8');
