import { expect, test } from 'vitest'
import { frameCode } from './frame-code.ts'

test('the title of an embedded form stays a title, whatever it holds', () => {
  const code = frameCode('https://crm.example.com/p/a/b?embed=1', 'Q "<script>" & A')
  expect(code).toContain(' title="Q &quot;&lt;script&gt;&quot; &amp; A" ')
  expect(code).not.toContain('<script')
})
