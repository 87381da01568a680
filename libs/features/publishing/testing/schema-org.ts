import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

/** schema.org’s own definitions, as the package schema-dts has them: which class has which properties, and of what they are. */
type Definitions = {
  readonly parents: ReadonlyMap<string, readonly string[]>;
  readonly properties: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;
};

/** What of this object schema.org does not know: classes, properties of a class, and values of the wrong kind. */
export const flawsOf = (value: unknown, at = '$', expected: readonly string[] = ['Thing']): readonly string[] => {
  if (typeof value === 'string') return expected.some((one) => TEXTS.includes(one)) ? [] : [`${at} is a text`];
  if (typeof value === 'number') return expected.includes('Number') ? [] : [`${at} is a number`];
  if (Array.isArray(value)) return value.flatMap((one, place) => flawsOf(one, `${at}[${place}]`, expected));
  if (!isObject(value)) return [`${at} is nothing that is known`];
  const type = String(value['@type']);
  const known = propertiesOf(type);
  if (known.size === 0) return [`${at} is of an unknown class ${type}`];
  const misplaced = expected.some((one) => one !== 'IdReference' && isA(type, one)) ? [] : [`${at} is a ${type}`];
  const inside = Object.entries(value).flatMap(([name, part]) => {
    if (name.startsWith('@')) return [];
    const kinds = known.get(name);
    return kinds === undefined ? [`${at}.${name} is unknown`] : flawsOf(part, `${at}.${name}`, kinds);
  });
  return [...misplaced, ...inside];
};

const TEXTS = ['Text', 'URL', 'Date', 'DateTime', 'Language'];

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const readDefinitions = (): Definitions => {
  const { resolve } = createRequire(path.join(import.meta.dirname, 'here.js'));
  const source = readFileSync(path.join(path.dirname(resolve('schema-dts')), 'schema.d.ts'), 'utf8');
  const parents = new Map<string, readonly string[]>();
  const properties = new Map<string, ReadonlyMap<string, readonly string[]>>();
  for (const [, name = '', above = '', body = ''] of source.matchAll(CLASS)) {
    parents.set(
      name,
      above.split(', ').map((one) => one.replace(/(Base|Leaf)$|^Partial<|>$/g, '')),
    );
    properties.set(
      name,
      new Map(Array.from(body.matchAll(PROPERTY), ([, property = '', kinds = '']) => [property, kinds.split(' | ')])),
    );
  }
  return { parents, properties };
};

const CLASS = /interface (\w+)Base(?: extends ([^{]+?))? \{([\s\S]*?)\n\}/g;
const PROPERTY = /^ {4}"(\w+)"\?: SchemaValue<(.+), "\w+">;$/gm;

const definitions = readDefinitions();

const classesAbove = (type: string): readonly string[] => {
  const above = definitions.parents.get(type) ?? [];
  return [type, ...above.flatMap(classesAbove)];
};

const isA = (type: string, wanted: string): boolean => classesAbove(type).includes(wanted);

const propertiesOf = (type: string): ReadonlyMap<string, readonly string[]> =>
  new Map(classesAbove(type).flatMap((one) => [...(definitions.properties.get(one) ?? [])]));
