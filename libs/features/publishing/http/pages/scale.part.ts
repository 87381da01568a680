import type { VerdictPage } from '../../read-models/verdict-page/verdict-page.answer.js';
import { markup } from './markup.js';
import type { Markup } from './markup.js';
import { linkTo } from './parts.js';

/** Every label of the scale with its number and its meaning, and which of them it is. */
export const scaleOf = ({ scale, rating, language }: VerdictPage): Markup => {
  const hasNumbers = scale.labels.some(({ value }) => value !== undefined);
  const rows = scale.labels.map(({ key, text, definition, value }) => {
    const isIt = key === rating.label;
    return markup`<tr${isIt && markup` aria-current="true"`}>
${hasNumbers && markup`<td class="number">${value ?? '–'}</td>`}
<th scope="row" lang="${language}" dir="auto">${text}${isIt && markup` <span lang="en">(this verdict)</span>`}</th>
<td lang="${language}" dir="auto">${definition}</td>
</tr>`;
  });
  return markup`<table>
<thead><tr>${hasNumbers && markup`<th scope="col" class="number">Number</th>`}<th scope="col">Label</th><th scope="col">Meaning</th></tr></thead>
<tbody>${rows}</tbody>
</table>
<p>${linkTo(scale.url, `The scale ${scale.scaleId}, version ${scale.version}`)}</p>`;
};
