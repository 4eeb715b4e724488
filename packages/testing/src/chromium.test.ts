import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findChromium } from './chromium.ts'

const before = { ...process.env }
let folder = ''

function program(name: string): string {
  const path = join(folder, name)
  writeFileSync(path, '#!/bin/sh\n')
  chmodSync(path, 0o755)
  return path
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pipewright-chromium-'))
  delete process.env.CHROMIUM_PATH
  process.env.PATH = folder
})

afterEach(() => {
  rmSync(folder, { recursive: true })
  process.env = { ...before }
})

const log = () => undefined

test('CHROMIUM_PATH goes before everything on PATH', async () => {
  program('chromium')
  const mine = program('my-browser')
  process.env.CHROMIUM_PATH = mine
  expect(await findChromium({ log })).toBe(mine)
})

test('a CHROMIUM_PATH that names no program is an error, not passed over', async () => {
  program('chromium')
  process.env.CHROMIUM_PATH = join(folder, 'missing')
  await expect(findChromium({ log })).rejects.toThrow('which is no program')
})

test('a browser with a usual name is found on PATH', async () => {
  const chrome = program('google-chrome')
  expect(await findChromium({ log })).toBe(chrome)
})
