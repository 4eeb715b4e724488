import { expect, test } from 'vitest'
import { pageRule } from './page-rule.ts'

test('a name cannot leave its string', () => {
  const rule = pageRule('A"; } body { display: none } /*</style>', '报价 1')
  expect(rule).toContain('content: "A\\22 \\3b \\20 \\7d ')
  expect(rule).not.toContain('</style>')
  expect(rule).toContain('"\\62a5 \\4ef7 \\20 1"')
})
