import { chmodSync, mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { areFoldersOpen, isReachable } from './reachable.ts'

const stranger = { uid: 54_321, gid: 54_321 }
let folder = ''
let inner = ''

beforeEach(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), 'pipewright-reach-')))
  inner = join(folder, 'inner')
  mkdirSync(inner)
  writeFileSync(join(inner, 'file'), '')
  chmodSync(folder, 0o711)
  chmodSync(inner, 0o755)
})

afterEach(() => rmSync(folder, { recursive: true }))

test('a stranger reaches a file through folders that let him pass', () => {
  expect(isReachable(join(inner, 'file'), stranger)).toBe(true)
})

test('a closed folder anywhere above shuts him out, whatever the file itself allows', () => {
  chmodSync(folder, 0o700)
  expect(isReachable(join(inner, 'file'), stranger)).toBe(false)
  expect(areFoldersOpen(join(inner, 'not-yet-there'), stranger)).toBe(false)
})

test('a file that only its owner may read is not reachable, while its owner reaches it', () => {
  chmodSync(join(inner, 'file'), 0o600)
  expect(isReachable(join(inner, 'file'), stranger)).toBe(false)
  const uid = process.getuid?.() ?? 0
  const gid = process.getgid?.() ?? 0
  expect(isReachable(join(inner, 'file'), { uid, gid })).toBe(true)
})

test('who runs as himself is never asked', () => {
  chmodSync(folder, 0o700)
  expect(isReachable(join(inner, 'file'), {})).toBe(true)
})
