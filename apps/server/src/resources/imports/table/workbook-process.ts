// Runs in a process of its own with a limited heap: reads the workbook named on the command line and prints its rows
// as lines of JSON, then how it ended.
import { once } from 'node:events'
import { readFile } from 'node:fs/promises'
import { readWorkbook } from './read-workbook.ts'
import type { TableRow } from './table-row.ts'
import { Unreadable } from './unreadable.ts'

const perLine = 200

async function say(line: unknown): Promise<void> {
  if (!process.stdout.write(`${JSON.stringify(line)}\n`)) await once(process.stdout, 'drain')
}

async function run(path: string): Promise<void> {
  try {
    let rows: TableRow[] = []
    for await (const row of readWorkbook(await readFile(path))) {
      rows.push(row)
      if (rows.length < perLine) continue
      await say({ rows })
      rows = []
    }
    await say({ rows })
    await say({ end: true })
  } catch (error) {
    const known = error instanceof Unreadable ? error : new Unreadable('damaged')
    await say({ unreadable: known.reason, params: known.params })
  }
}

await run(process.argv[2] ?? '')
