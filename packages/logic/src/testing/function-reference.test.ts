import { expect, test } from 'vitest'
import { functionReference } from './function-reference.ts'

// `vitest --update` writes the pages anew.
test('the pages list every function with the help it has today', async () => {
  await expect(functionReference('en')).toMatchFileSnapshot('../../../../docs/generated/functions.md')
  await expect(functionReference('zh')).toMatchFileSnapshot('../../../../docs/generated/functions.zh.md')
})
