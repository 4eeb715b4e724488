import { expect, test } from 'vitest'
import { commentParts, withNames, withTokens } from './comment-parts.ts'

const ann = { id: '0198a000-0000-7000-8000-000000000001', name: 'Ann' }
const li = { id: '0198a000-0000-7000-8000-000000000002', name: '李娜' }
const nameOf = (id: string) => (id === ann.id ? ann.name : li.name)

test('whoever was chosen becomes a token, and nobody whose name only begins alike', () => {
  expect(withTokens('@Ann @Anna @李娜看一下', [ann, li])).toBe(`@{${ann.id}} @Anna @{${li.id}}看一下`)
})

test('a comment comes back as it was written', () => {
  const stored = `@{${ann.id}}, ask @{${li.id}}`
  const { text, mentions } = withNames(stored, nameOf)
  expect(text).toBe('@Ann, ask @李娜')
  expect(withTokens(text, mentions)).toBe(stored)
})

test('members and addresses are told from text', () => {
  expect(commentParts(`见 https://a.example/x?y=1，@{${li.id}} ok`)).toMatchObject([
    { type: 'text', text: '见 ' },
    { type: 'link', text: 'https://a.example/x?y=1' },
    { type: 'text', text: '，' },
    { type: 'mention', id: li.id },
    { type: 'text', text: ' ok' },
  ])
})
