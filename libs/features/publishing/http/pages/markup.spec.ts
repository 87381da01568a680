import { dataBlock, markup } from './markup.js';
import type { Part } from './markup.js';

describe('markup', () => {
  it('keeps text as text', () => {
    expect(markup`<p title="${'"\''}">${'<b>&amp;</b>'}</p>`.text).toBe(
      '<p title="&quot;&apos;">&lt;b&gt;&amp;amp;&lt;/b&gt;</p>',
    );
  });

  it('keeps markup as markup, and nothing of what is absent', () => {
    const items = (['one', 2, undefined, false] as const).map((item) => markup`<li>${item}</li>`);
    expect(markup`<ul>${items}${undefined}${false}</ul>`.text).toBe(
      '<ul><li>one</li><li>2</li><li></li><li></li></ul>',
    );
  });

  it('takes no object for markup that only looks like it', () => {
    const fake: Part = JSON.parse('{"text":"<script>"}');
    expect(() => markup`${fake}`).toThrow(TypeError);
  });

  it.each([
    ['\u202Egnp.exe', '[U+202E]gnp.exe'],
    ['a\u0000b\u001B', 'a[U+0000]b[U+001B]'],
    ['\u2066x\u2069', '[U+2066]x[U+2069]'],
    ['\uD800', '[U+D800]'],
    ['\uFFFE', '[U+FFFE]'],
    ['a\n\tb', 'a\n\tb'],
    ['👩‍👧 שלום', '👩‍👧 שלום'],
  ])('shows what is not to be seen: %j', (text, shown) => {
    expect(markup`${text}`.text).toBe(shown);
  });
});

describe('a block of data', () => {
  const data = { text: '</script><!-- <script> & \u2028 \u2029 "' };

  it('cannot end its element', () => {
    expect(dataBlock(data).text).not.toMatch(/[<>&\u2028\u2029]/);
  });

  it('says the same', () => {
    expect(JSON.parse(dataBlock(data).text)).toEqual(data);
  });
});
