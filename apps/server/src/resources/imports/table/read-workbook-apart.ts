import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { ProblemParams } from '@pipewright/contract'
import type { TableRow } from './table-row.ts'
import { Unreadable, type UnreadableReason } from './unreadable.ts'
import { tooLargeInside } from './zip-directory.ts'

const script = fileURLToPath(new URL('workbook-process.ts', import.meta.url))

export interface WorkbookLimits {
  /** What the process may hold, in MB. */
  readonly heapMb: number
  readonly longestMs: number
}

const standing: WorkbookLimits = { heapMb: 512, longestMs: 60_000 }

type Line =
  | { readonly rows: readonly TableRow[] }
  | { readonly end: true }
  | { readonly unreadable: UnreadableReason; readonly params: ProblemParams }

/**
 * Rows of a workbook, read by a child process with its own heap and time, so that none can hurt the server. What goes
 * beyond either throws `Unreadable`: `tooLong`, or `tooLargeInside`.
 */
export async function* readWorkbookApart(
  path: string,
  { heapMb, longestMs } = standing,
): AsyncGenerator<TableRow> {
  const child = spawn(process.execPath, [`--max-old-space-size=${heapMb}`, '--no-warnings', script, path], {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: {},
  })
  let isLate = false
  const timer = setTimeout(() => {
    isLate = true
    child.kill('SIGKILL')
  }, longestMs)
  try {
    for await (const text of createInterface({ input: child.stdout })) {
      const line = JSON.parse(text) as Line
      if ('end' in line) return
      if ('unreadable' in line) throw new Unreadable(line.unreadable, line.params)
      yield* line.rows
    }
    // It ended without a word: out of time, or out of memory.
    throw isLate ? new Unreadable('tooLong') : tooLargeInside()
  } finally {
    clearTimeout(timer)
    child.kill('SIGKILL')
  }
}
