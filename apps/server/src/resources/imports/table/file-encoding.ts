import { narrowEncoding, wideEncoding, type TextEncoding } from '@pipewright/contract'
import { open, type FileHandle } from 'node:fs/promises'
import { decodes } from './decodes.ts'
import { chunksOf, textOf } from './file-text.ts'
import { Misread, Unreadable } from './unreadable.ts'

const sampleBytes = 1024 * 1024
/** Of the characters above ASCII, one in so many may be broken: old programs cut texts in the middle of one. */
const oneIn = 5

async function guess(file: FileHandle): Promise<TextEncoding> {
  const { bytesRead, buffer } = await file.read(Buffer.alloc(sampleBytes), 0, sampleBytes, 0)
  const sample = buffer.subarray(0, bytesRead)
  const wide = wideEncoding(sample)
  if (wide === 'binary') throw new Unreadable('notTable')
  if (wide !== undefined) return wide
  const decoder = new TextDecoder('utf-8', { fatal: true })
  try {
    for await (const chunk of chunksOf(file)) decoder.decode(chunk, { stream: true })
    decoder.decode()
    return 'utf-8'
  } catch {
    return narrowEncoding(sample, decodes)
  }
}

/** U+FFFD stands for what is no character; controls from 80 to 9F are bytes that Windows-1252 has no letter for. */
const isBroken = (code: number): boolean => code === 0xfffd || (code >= 0x80 && code < 0xa0)

/** Text has lines, holds no zeros, and few of its characters are broken. */
async function makesSense(file: FileHandle, encoding: TextEncoding): Promise<boolean> {
  let above = 0
  let broken = 0
  let hasLines = false
  for await (const text of textOf(file, encoding)) {
    if (text.includes('\u0000')) return false
    hasLines ||= /[\r\n]/.test(text)
    for (let at = 0; at < text.length; at += 1) {
      const code = text.charCodeAt(at)
      if (code < 0x80) continue
      above += 1
      if (isBroken(code)) broken += 1
    }
  }
  return hasLines && broken * oneIn <= above
}

/** The encoding of a text file by its bytes, or the chosen one; refused as {@link Misread} where these make no sense in it. */
export async function fileEncoding(path: string, chosen?: TextEncoding): Promise<TextEncoding> {
  const file = await open(path, 'r')
  try {
    if (chosen === undefined) return await guess(file)
    // What is found by itself may be chosen as well, however it looks.
    if ((await makesSense(file, chosen)) || (await guess(file)) === chosen) return chosen
    throw new Misread(chosen)
  } finally {
    await file.close()
  }
}
