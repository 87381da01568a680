/** Markup that is safe to send: whatever is put into it as text stays text. Only this file makes it. */
class SafeMarkup {
  constructor(readonly text: string) {}
}
export type Markup = SafeMarkup;

/** What may stand in a template: text, which is escaped, or markup. `undefined` and `false` stand for nothing. */
export type Part = Markup | string | number | false | undefined | readonly Part[];

/** A template of HTML or XML. Attributes stand in quotation marks. */
export const markup = (template: TemplateStringsArray, ...parts: readonly Part[]): Markup =>
  new SafeMarkup(template.map((text, place) => text + written(parts[place])).join(''));

/** Data for machines inside a page: nothing in it can end the element that it stands in. */
export const dataBlock = (data: object): Markup =>
  new SafeMarkup(
    JSON.stringify(data).replace(
      /[<>&\u2028\u2029]/g,
      (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`,
    ),
  );

const written = (part: Part): string => {
  if (part === undefined || part === false) return '';
  if (part instanceof SafeMarkup) return part.text;
  if (typeof part === 'object') return part.map(written).join('');
  return escaped(visible(String(part)));
};

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&apos;',
};

const escaped = (text: string): string => text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign);

/** Controls, and what turns the direction of the text around it: shown by their numbers, so that nobody is deceived. */
const UNSEEN = /[^\P{Cc}\n\t]|[\u202A-\u202E\u2066-\u2069\uFFFE\uFFFF]|\p{Cs}/gu;

const visible = (text: string): string =>
  text.replace(UNSEEN, (sign) => `[U+${sign.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}]`);
