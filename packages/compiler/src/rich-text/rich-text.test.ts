import { plainOfRich } from '@pipewright/logic'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseRichText, sanitizeRichText } from './rich-text.ts'

const kept =
  /^(?:<\/?(?:p|h[1-3]|ul|ol|li|blockquote|pre|code|strong|em|u|s|br|hr|a)>|<a href="[^"<>]*">|[^<>])*$/

test.each([
  ['a script', '<p>a<script>alert(1)</script>b</p>', '<p>ab</p>'],
  ['an unclosed script', '<p>a</p><script>alert(1)', '<p>a</p>'],
  ['a handler', '<p onclick="alert(1)">a</p>', '<p>a</p>'],
  ['a handler of an image', '<img src=x onerror=alert(1)>a', '<p>a</p>'],
  ['an address that is script', '<a href="javascript:alert(1)">a</a>', '<p>a</p>'],
  ['one that hides it', '<a href="java&#115;cript:alert(1)">a</a>', '<p>a</p>'],
  ['one with a tab in it', '<a href="java\tscript:alert(1)">a</a>', '<p>a</p>'],
  ['one that is data', '<a href="data:text/html,<script>1</script>">a</a>', '<p>a</p>'],
  [
    'one that leaves its quotes',
    '<a href=\'https://x"onmouseover="1\'>a</a>',
    '<p><a href="https://x&quot;onmouseover=&quot;1">a</a></p>',
  ],
  [
    'an address of the web',
    '<a href=" HTTPS://x.example/?a=1&b=2 " target=_blank>a</a>',
    '<p><a href="HTTPS://x.example/?a=1&amp;b=2">a</a></p>',
  ],
  [
    'a mailbox and a number',
    '<a href="mailto:a@b.c">a</a><a href="tel:+86">b</a>',
    '<p><a href="mailto:a@b.c">a</a><a href="tel:+86">b</a></p>',
  ],
  ['styles', '<style>p{color:red}</style><p style="position:fixed" class="x">a</p>', '<p>a</p>'],
  ['a drawing', '<svg onload=alert(1)><a href="https://x">b</a></svg>a', '<p>a</p>'],
  ['a formula with markup', '<math><mtext><script>1</script></mtext></math>a', '<p>a</p>'],
  ['a frame', '<iframe src="https://x"></iframe>a<object data=x></object>', '<p>a</p>'],
  ['a comment', 'a<!-- <script>1</script> -->b', '<p>ab</p>'],
  [
    'tags that stay open',
    '<p><b>a<i>b<ul><li>c',
    '<p><strong>a</strong><strong><em>b</em></strong></p><ul><li><p><strong><em>c</em></strong></p></li></ul>',
  ],
  ['tags closed in the wrong order', '<b><i>a</b>b</i>', '<p><strong><em>a</em></strong>b</p>'],
  ['a tag cut off', '<p>a<b', '<p>a</p>'],
  ['signs that are no tags', 'a < b && c > d', '<p>a &lt; b &amp;&amp; c &gt; d</p>'],
  ['written tags', '&lt;script&gt;1&lt;/script&gt;', '<p>&lt;script&gt;1&lt;/script&gt;</p>'],
  ['plain lines', 'a\r\n\nb', '<p>a</p><p></p><p>b</p>'],
  ['headings', '<h1>a</h1><h5>b</h5>', '<h1>a</h1><h3>b</h3>'],
  ['boxes', '<div>a<div>b</div>c</div>', '<p>a</p><p>b</p><p>c</p>'],
  ['a table', '<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table>', '<p>a b</p><p>c</p>'],
  [
    'a list in a list',
    '<ul><li>a<ol><li>b</ol></ul>',
    '<ul><li><p>a</p><ol><li><p>b</p></li></ol></li></ul>',
  ],
  ['code', '<pre>\n<code>a  &lt;b\n  c</code></pre>', '<pre><code>a  &lt;b\n  c</code></pre>'],
  ['nothing', '<p> </p><ul><li></ul><br>', ''],
  ['control characters', '<p>a&#1;&#0;b</p>', '<p>a\uFFFDb</p>'],
])('%s: what is left is what may be', (_, given, expected) => {
  expect(sanitizeRichText(given)).toBe(expected)
})

describe('whatever is given', () => {
  const pieces = fc.constantFrom(
    ...'<p> </p> <b> </b> <i> </i> <ul> </ul> <li> </li> <a href="https://x.y"> </a> <a href=javascript:1> <script> </script> <br> <hr> <pre> </pre> <h2> </h2> <blockquote> </blockquote> <svg> </svg> &lt; &amp; &quot; &nbsp; < > " = & a'.split(
      ' ',
    ),
    ' ',
    '\n',
    '二',
    'e\u0301',
    '<\u0338',
  )
  const markup = fc.oneof(
    fc.array(pieces, { maxLength: 40 }).map((all) => all.join('')),
    fc.string({ unit: 'binary' }),
  )

  test('only the allowed tags are left, and cleaning again changes nothing', () => {
    fc.assert(
      fc.property(markup, (given) => {
        const once = sanitizeRichText(given)
        expect(once).toMatch(kept)
        expect(sanitizeRichText(once)).toBe(once)
      }),
    )
  })

  test('its plain text has all letters, and no tag', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ minLength: 1 })), (words) => {
        const escaped = words.map((word) => word.replaceAll('&', '&amp;').replaceAll('<', '&lt;'))
        const html = sanitizeRichText(`<p><b>${escaped.join('</b> <i>')}</p>`)
        const squeezed = (text: string) => text.replaceAll(/[ \t\n\r\f]+/g, ' ').trim()
        expect(plainOfRich(html)).toBe(squeezed(words.join(' ')).normalize('NFC'))
      }),
    )
  })
})

test.each([
  ['tags in tags', '<b>x'.repeat(100_000)],
  ['lists in lists', '<ul><li>x'.repeat(10_000)],
  ['quotations', '<blockquote>x'.repeat(10_000)],
  ['closing tags', '</p>'.repeat(100_000)],
  ['a megabyte of one word', `<p>${'x'.repeat(1_000_000)}</p>`],
  ['half tags', '<'.repeat(200_000)],
])('%s by the thousand are read in no time, and shown without going deep', (_, given) => {
  const html = sanitizeRichText(given)
  const depth = (blocks: ReturnType<typeof parseRichText>): number =>
    Math.max(
      0,
      ...blocks.map((block) =>
        block.kind === 'quote'
          ? 1 + depth(block.blocks)
          : block.kind === 'list'
            ? 1 + Math.max(...block.items.map(depth))
            : 0,
      ),
    )
  expect(depth(parseRichText(html))).toBeLessThan(15)
})
