import { afterEach, expect, test, vi } from 'vitest'
import { readFile } from './read-file.ts'

afterEach(() => vi.unstubAllGlobals())

function answering(parts: readonly string[], status = 200) {
  let cancelled = false
  const left = [...parts]
  const body = new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        const part = left.shift()
        if (part === undefined) controller.close()
        else controller.enqueue(new TextEncoder().encode(part))
      },
      cancel() {
        cancelled = true
      },
    },
    { highWaterMark: 0 },
  )
  vi.stubGlobal('fetch', async () => new Response(body, { status }))
  return { left, isCancelled: () => cancelled }
}

const textOf = async (most?: number) => {
  const { bytes, isWhole } = await readFile('/files/1', most)
  return [new TextDecoder().decode(bytes), isWhole]
}

test('all of a file is read, however it comes', async () => {
  answering(['ab', 'c', 'def'])
  expect(await textOf()).toEqual(['abcdef', true])
})

test('behind the beginning nothing is asked for', async () => {
  const source = answering(['abc', 'def', 'ghi', 'jkl'])
  expect(await textOf(5)).toEqual(['abcde', false])
  expect([source.left, source.isCancelled()]).toEqual([['ghi', 'jkl'], true])
})

test('a file that is exactly as long is whole', async () => {
  answering(['abc', 'de'])
  expect(await textOf(5)).toEqual(['abcde', true])
})

test('what one may not read is no content', async () => {
  answering(['{"code":"not-found"}'], 404)
  await expect(readFile('/files/1')).rejects.toThrow('404')
})
