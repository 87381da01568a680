import { createHash } from 'node:crypto';
import { markup } from './markup.js';

/** Of every page for readers: no file to fetch, and nothing that changes with its content. */
export const STYLE = markup`
:root { color-scheme: light dark; --ink: #1b1b1b; --soft: #555; --paper: #fff; --panel: #f3f3ef; --line: #ccc; --link: #0b4f9e; --warn: #fff3cd; --warn-ink: #4d3800; }
@media (prefers-color-scheme: dark) {
  :root { --ink: #eee; --soft: #b5b5b5; --paper: #161616; --panel: #242424; --line: #4a4a4a; --link: #8ab8ff; --warn: #3d3000; --warn-ink: #ffe9a8; }
}
* { box-sizing: border-box; }
html { font: 100%/1.6 system-ui, sans-serif; text-size-adjust: 100%; }
body { margin: 0; color: var(--ink); background: var(--paper); overflow-wrap: anywhere; }
body > header, main, body > footer { max-width: 44rem; margin: 0 auto; padding: 0.75rem 1rem; }
body > header { display: flex; flex-wrap: wrap; gap: 0.25rem 1rem; justify-content: space-between; border-bottom: 1px solid var(--line); }
body > header p, body > footer p { margin: 0; }
body > footer { border-top: 1px solid var(--line); font-size: 0.9rem; }
a { color: var(--link); }
a:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
body > header a, nav a, body > footer a { display: inline-block; min-height: 1.5rem; }
.skip { position: absolute; left: -100rem; padding: 0.5rem; background: var(--paper); }
.skip:focus { left: 0; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 0.75rem 0; }
h2 { font-size: 1.25rem; line-height: 1.3; margin: 2rem 0 0.5rem; }
h3 { font-size: 1.05rem; margin: 1.25rem 0 0.25rem; }
p, dl, ol, ul, blockquote, table { margin: 0 0 1rem; }
li > blockquote { margin-top: 0.5rem; }
blockquote > :last-child { margin-bottom: 0; }
blockquote { padding: 0 0 0 1rem; border-inline-start: 4px solid var(--line); font-size: 1.15rem; }
.text { white-space: pre-line; }
.soft { color: var(--soft); }
.notice { padding: 0.75rem 1rem; color: var(--warn-ink); background: var(--warn); border: 1px solid currentcolor; }
.notice a { color: inherit; }
.rating { margin-bottom: 1rem; padding: 1rem; background: var(--panel); border: 2px solid var(--ink); }
.rating p { margin: 0; }
.rating .label { font-size: 1.6rem; font-weight: 700; line-height: 1.25; }
dl { display: grid; grid-template-columns: minmax(7rem, max-content) minmax(0, 1fr); gap: 0.25rem 1rem; }
dt { color: var(--soft); }
dd { margin: 0; }
ol, ul { padding-inline-start: 1.5rem; }
li { margin-bottom: 0.75rem; }
.facts { margin: 0; padding: 0; list-style: none; }
.facts li { margin: 0; }
.hash { font-family: ui-monospace, monospace; font-size: 0.85rem; }
table { width: 100%; border-collapse: collapse; }
th, td { padding: 0.4rem 0.5rem; border-bottom: 1px solid var(--line); text-align: start; vertical-align: top; }
th { font-weight: 600; }
th[scope='row'] { min-width: 6.5rem; }
.number { width: 1%; white-space: nowrap; font-variant-numeric: tabular-nums; }
tr[aria-current] { background: var(--panel); outline: 2px solid var(--ink); }
@media (max-width: 30rem) {
  h1 { font-size: 1.5rem; }
  dl { display: block; }
  dd { margin-bottom: 0.5rem; }
  th, td { padding: 0.35rem 0.25rem; }
  th[scope='row'] { min-width: 5rem; }
}
@media print {
  :root { --ink: #000; --soft: #333; --paper: #fff; --panel: #fff; --line: #999; --link: #000; --warn: #fff; --warn-ink: #000; color-scheme: light; }
  html { font-size: 10.5pt; }
  body > header, main, body > footer { max-width: none; padding-inline: 0; }
  .skip { display: none; }
  h1, h2 { break-after: avoid; }
  blockquote, .rating, li, tr { break-inside: avoid; }
  a[href]:not(.address)::after { content: " (" attr(href) ")"; font-size: 0.85em; font-weight: normal; }
}
`;

const HASH = createHash('sha256').update(STYLE.text).digest('base64');

/** A page does nothing but be read: its style is this one, and it loads, runs and sends nothing. */
export const PAGE_POLICY = [
  "default-src 'none'",
  `style-src 'sha256-${HASH}'`,
  'img-src data:',
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');
