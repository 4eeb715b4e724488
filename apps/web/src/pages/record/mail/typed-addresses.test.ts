import { expect, test } from 'vitest'
import { typedAddresses } from './typed-addresses.ts'

test.each([
  ['', [], ''],
  ['Mia P', [], 'Mia P'],
  ['a@b.example', [], 'a@b.example'],
  ['a@b.example ', ['a@b.example'], ''],
  ['a@b.example，c@d.example；e', ['a@b.example', 'c@d.example'], 'e'],
  ['Ann Post <a@b.example>, Bo <c@d.example>;', ['a@b.example', 'c@d.example'], ''],
])('of %o are whole %j, and %o is being written', (text, whole, rest) => {
  expect(typedAddresses(text)).toEqual({ whole, rest })
})
