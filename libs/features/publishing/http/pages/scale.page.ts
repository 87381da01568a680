import type { PublicScale } from '../../read-models/public-scale/public-scale.answer.js';
import { markup } from './markup.js';
import type { Markup, Part } from './markup.js';
import { describedAs, pageOf } from './page.js';
import { momentOf, shownAddress, terms } from './parts.js';
import { FINDING } from './words.js';

/** What the numbers and labels of a scale version mean. */
export const scaleHtml = (scale: PublicScale): string => {
  const { name, version, url, publisher, labels, publishedAt, scaleId } = scale;
  const title = `The scale ${name}, version ${version}`;
  const summary = 'What each label and each number of this scale says.';
  return pageOf({
    title,
    publisher,
    isRehearsal: scale.rehearsal === true,
    head: describedAs({ title, summary, url, publisher }),
    main: markup`<h1>${title}</h1>
<p>${summary} A version of a scale never changes.</p>
${terms([
  ['Key', scaleId],
  ['Published', momentOf(publishedAt)],
  ['Permanent address', shownAddress(url)],
])}
<table>
<thead><tr><th scope="col" class="number">Number</th><th scope="col">Label</th><th scope="col">Meaning</th></tr></thead>
<tbody>${labels.map(rowOf)}</tbody>
</table>`,
  });
};

const rowOf = ({ text, definition, findings, value }: PublicScale['labels'][number]): Markup =>
  markup`<tr>
<td class="number">${value ?? '–'}</td>
<th scope="row">${inEach(text)}</th>
<td>${inEach(definition)}<p class="soft">Stands for: ${findings.map((finding) => FINDING[finding]).join('; or ')}.</p></td>
</tr>`;

/** English first. */
const inEach = (texts: Readonly<Record<string, string>>): readonly Part[] =>
  Object.entries(texts)
    .toSorted(([one], [other]) => Number(other === 'en') - Number(one === 'en'))
    .map(([language, text]) => markup`<p lang="${language}" dir="auto">${text}</p>`);
