import { XMLParser, XMLValidator } from 'fast-xml-parser';
import { z } from 'zod';

/** A part of a document: text, or an element with its parts in their order. */
export type XmlNode =
  | { readonly text: string }
  | { readonly name: string; readonly attributes: Attributes; readonly parts: readonly XmlNode[] };

export type XmlElement = Exclude<XmlNode, { readonly text: string }>;

type Attributes = Readonly<Record<string, string>>;

/** Nothing is trimmed, turned into numbers or put into another order. */
const parser = new XMLParser({
  preserveOrder: true,
  ignoreAttributes: false,
  attributeNamePrefix: '',
  parseTagValue: false,
  parseAttributeValue: false,
  trimValues: false,
  htmlEntities: true, // and with them the numbers of characters
});

/** The document; `undefined` if it is none. One that declares a type is refused: its entities may grow without end. */
export const xmlOf = (source: string): XmlElement | undefined => {
  if (source.includes('<!DOCTYPE') || XMLValidator.validate(source) !== true) return undefined;
  try {
    return nodesOf(parsed.parse(parser.parse(source))).find(isRoot);
  } catch {
    return undefined;
  }
};

const isRoot = (node: XmlNode): node is XmlElement => 'name' in node && !node.name.startsWith('?');

/** All text inside, whatever elements divide it. */
export const textIn = (node: XmlNode): string => ('text' in node ? node.text : node.parts.map(textIn).join(''));

/** The elements of this name that stand directly inside. */
export const childrenOf = (element: XmlElement, name: string): readonly XmlElement[] =>
  element.parts.filter((part): part is XmlElement => 'name' in part && part.name === name);

/** As the parser gives it: an object with one name, and the attributes under `:@`. */
type Raw = Readonly<Record<string, unknown>>;

const parsed = z.array(z.record(z.string(), z.unknown()));
const attributes = z.record(z.string(), z.string()).default({});

const nodesOf = (raws: readonly Raw[]): readonly XmlNode[] =>
  raws.flatMap((raw) => Object.entries(raw).flatMap(([name, value]) => nodeOf(name, value, raw[':@'])));

const nodeOf = (name: string, value: unknown, given: unknown): readonly XmlNode[] => {
  if (name === ':@') return [];
  if (name === '#text') return [{ text: String(value) }];
  return [{ name, attributes: attributes.parse(given), parts: nodesOf(parsed.parse(value)) }];
};
