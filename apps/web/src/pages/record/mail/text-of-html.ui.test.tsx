import { expect, test } from 'vitest'
import { textOfHtml } from './text-of-html.ts'

test('of a page come its words, line by line, and nothing that runs or looks', () => {
  const html = `<html><head><title>x</title><style>p { color: red }</style></head><body>
    <p>Hello&nbsp;Rita,<script>alert(1)</script><br>yes
    please.</p><img src="https://spy.example/x.png" onerror="alert(1)"><div><div>Bye &amp; thanks</div></div></body></html>`
  expect(textOfHtml(html)).toBe('Hello Rita,\nyes please.\nBye & thanks')
})
