import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { keptSecret } from './kept-secret.ts'

async function folder() {
  const path = await mkdtemp(join(tmpdir(), 'pipewright-secret-'))
  onTestFinished(() => rm(path, { recursive: true }))
  return path
}

test('a secret is made once, readable by its owner alone, also by servers that start at once', async () => {
  const path = join(await folder(), 'data')
  const said: string[] = []
  const secrets = await Promise.all([1, 2, 3].map(() => keptSecret(path, (line) => said.push(line))))
  const again = await keptSecret(path, (line) => said.push(line))
  expect(new Set([...secrets, again]).size).toBe(1)
  expect(again).toMatch(/^[0-9a-f]{64}$/)
  expect((await stat(join(path, 'secret'))).mode & 0o777).toBe(0o600)
  expect(said).toEqual([])
})

test.each([
  ['where no folder can be made', 'file', 'file'],
  ['whose file is empty', '', 'secret'],
])(
  'a data folder %s does not hinder the start, and it is said in both languages',
  async (_, inside, file) => {
    const path = await folder()
    await writeFile(join(path, file), '')
    const said: string[] = []
    expect(await keptSecret(join(path, inside), (line) => said.push(line))).toMatch(/^[0-9a-f]{64}$/)
    expect(said.join('\n')).toMatch(/set SECRET[\s\S]*请设置 SECRET/)
  },
)
