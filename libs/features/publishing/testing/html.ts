import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes, ParserError } from 'parse5';

export type Element = DefaultTreeAdapterTypes.Element;

/** A page as a browser reads it, and what it has to forgive. */
export const readHtml = (html: string) => {
  const errors: ParserError[] = [];
  const document = parse(html, { onParseError: (error) => errors.push(error) });
  const elements = elementsIn(document);
  const called = (name: string): readonly Element[] => elements.filter(({ tagName }) => tagName === name);
  return { errors: errors.map(({ code }) => code), elements, called };
};

export const attribute = ({ attrs }: Element, name: string): string | undefined =>
  attrs.find((one) => one.name === name)?.value;

/** What stands in it, white space as it comes. */
export const textIn = (element: Element): string =>
  element.childNodes.map((node) => ('value' in node ? node.value : 'tagName' in node ? textIn(node) : '')).join('');

const elementsIn = (parent: DefaultTreeAdapterTypes.ParentNode): readonly Element[] =>
  parent.childNodes.flatMap((node) => ('tagName' in node ? [node, ...elementsIn(node)] : []));
