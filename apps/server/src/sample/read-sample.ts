import { parse } from 'csv-parse/sync'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'

export type SampleRow = Readonly<Record<string, string>>

/** The files of a sample by name: `members`, `departments`, `account`, `quote.items` … */
export type SampleFiles = ReadonlyMap<string, readonly SampleRow[]>

const cache = new Map<string, Promise<SampleFiles>>()

async function readFiles(folder: string): Promise<SampleFiles> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.csv'))
  const files = names.map(async (name) => {
    const rows: SampleRow[] = parse(await readFile(join(folder, name), 'utf8'), {
      columns: true,
      skip_empty_lines: true,
    })
    return [name.slice(0, -'.csv'.length), rows] as const
  })
  return new Map(await Promise.all(files))
}

/** Reads the sample of a template in a language; read once, because it comes with the program. */
export function readSample(templateFolder: string, locale: 'en' | 'zh'): Promise<SampleFiles> {
  const folder = join(templateFolder, 'sample', locale)
  const known = cache.get(folder) ?? readFiles(folder)
  cache.set(folder, known)
  return known
}
