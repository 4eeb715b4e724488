import { expect, test } from 'vitest'
import { cleanComment, commentIssue, longestComment, mentionedIn } from './comment-text.ts'

const [ann, li] = ['0198a000-0000-7000-8000-000000000001', '0198a000-0000-7000-8000-000000000002'] as const

test('whoever is mentioned is found once, and what only looks like it is text', () => {
  expect(mentionedIn(`@{${ann}}, @{${li}} and again @{${ann}}; ann@{example}.com`)).toEqual([ann, li])
})

test('a comment keeps its lines and no space around them', () => {
  expect(cleanComment('  one\r\ntwo \n')).toBe('one\ntwo')
})

test.each([
  ['', [], 'required'],
  ['', ['a file'], undefined],
  ['a\0b', [], 'bad-characters'],
  ['\ud800', [], 'bad-characters'],
  ['好'.repeat(longestComment), [], undefined],
  ['好'.repeat(longestComment + 1), [], 'too-long'],
])('%j with %j: %s', (text, files, code) => {
  expect(commentIssue(text, files)?.code).toBe(code)
})
