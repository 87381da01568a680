import { markup } from './markup.js';
import { pageOf } from './page.js';

type Problem = { readonly status: number; readonly title: string; readonly detail: string };

/** What readers see in place of a page. It tells no more than the problem does. */
export const problemHtml = ({ status, title, detail }: Problem): string => {
  const heading = status < 500 ? 'There is nothing here' : 'This page cannot be shown now';
  return pageOf({
    title: heading,
    isRehearsal: false,
    head: markup`<meta name="robots" content="noindex"/>`,
    main: markup`<h1>${heading}</h1>
<p>${detail}</p>
<p class="soft">${status} ${title}</p>`,
  });
};
