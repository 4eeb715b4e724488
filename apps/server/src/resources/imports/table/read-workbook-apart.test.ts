import { randomBytes } from 'node:crypto'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipOf } from '@pipewright/testing'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readWorkbookApart, type WorkbookLimits } from './read-workbook-apart.ts'
import { Unreadable } from './unreadable.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pipewright-workbook-'))
})
afterAll(() => rm(folder, { recursive: true }))

/** A workbook of one column, whose texts stand in the table of shared ones. */
async function bookOf(texts: readonly string[]): Promise<string> {
  const path = join(folder, `${texts.length}.xlsx`)
  const rows = texts.map((_, at) => `<row r="${at + 1}"><c r="A${at + 1}" t="s"><v>${at}</v></c></row>`)
  const files = {
    'xl/workbook.xml': '<workbook><sheets><sheet name="S" r:id="r1"/></sheets></workbook>',
    'xl/_rels/workbook.xml.rels':
      '<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>',
    'xl/sharedStrings.xml': `<sst>${texts.map((text) => `<si><t>${text}</t></si>`).join('')}</sst>`,
    'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${rows.join('')}</sheetData></worksheet>`,
  }
  await writeFile(path, zipOf(Object.entries(files).map(([name, content]) => ({ name, content }))))
  return path
}

async function read(path: string, limits?: WorkbookLimits): Promise<readonly (readonly string[])[] | string> {
  try {
    const rows: (readonly string[])[] = []
    for await (const { cells } of readWorkbookApart(path, limits)) rows.push(cells)
    return rows
  } catch (error) {
    if (error instanceof Unreadable) return error.reason
    throw error
  }
}

const within = { heapMb: 512, longestMs: 60_000 }

test('rows of a workbook come from a process of their own', async () => {
  expect(await read(await bookOf(['Name', 'Acme']))).toEqual([['Name'], ['Acme']])
})

test('a workbook that takes too long is given up', async () => {
  const path = await bookOf(['Name', 'Acme', 'Umbrella'])
  expect(await read(path, { ...within, longestMs: 1 })).toBe('tooLong')
})

test('a workbook that needs more memory than there is for it is refused, and the server goes on', async () => {
  const texts = Array.from({ length: 60_000 }, () => randomBytes(250).toString('hex'))
  const path = await bookOf(texts)
  expect(await read(path, { ...within, heapMb: 24 })).toBe('tooLargeInside')
  expect(await read(path)).toHaveLength(texts.length)
  expect(await read(await bookOf(['Name', 'Acme']))).toEqual([['Name'], ['Acme']])
}, 60_000)
