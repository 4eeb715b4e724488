import { guardFormula, isRefusalColumn, refusalHeader, unguardFormula } from '@pipewright/compiler'
import type { Locale } from '@pipewright/contract'
import { readRefusedRows, type Database, type ImportJob, type RefusedRow } from '@pipewright/db'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Cell } from '../exports/export-cells.ts'
import type { SheetFile } from '../exports/send-sheet.ts'
import { rowProblem } from './row-messages.ts'

const perBatch = 1000
const names = { en: 'refused', zh: '未导入' } as const
const between = { en: ': ', zh: '：' } as const

const plainNumber = /^-\d[\d.,]*$/

/** As it stands in the file, so that it means the same when it comes in again. */
const cellOf = (text: string): Cell => ({
  text: plainNumber.test(text) ? text : guardFormula(unguardFormula(text)),
  kind: 'text',
})

function reasonOf({ problems }: RefusedRow, locale: Locale): Cell {
  const told = problems.map((problem) => {
    const { column, message } = rowProblem(problem, locale)
    return column === null ? message : `${column}${between[locale]}${message}`
  })
  return { text: guardFormula([...new Set(told)].join(locale === 'zh' ? '' : ' ')), kind: 'text' }
}

/** The rows of all records that stay out, each with its reason in front of what stands in the file. */
export function refusedSheet(
  database: Database,
  { workspace }: MemberScene,
  job: ImportJob,
  locale: Locale,
): Omit<SheetFile, 'format'> {
  const kept = job.columns.filter((column) => !isRefusalColumn(column))
  // A row may have more cells than the header has columns, and is told of it.
  const dropped = new Set(job.columns.filter(isRefusalColumn).map(({ column }) => column))
  async function* batches(): AsyncGenerator<Cell[][]> {
    for (let after = 0; ;) {
      const rows = await readRefusedRows(database, workspace, job.id, after, perBatch)
      const last = rows.at(-1)
      if (last === undefined) return
      yield rows.map((row) => [
        reasonOf(row, locale),
        ...row.cells.filter((_cell, column) => !dropped.has(column)).map(cellOf),
      ])
      after = last.row
    }
  }
  const [bare = job.fileName] = job.fileName.split(/\.(?:csv|xlsx|tsv|txt|zip)$/iu)
  return {
    name: `${bare} ${names[locale]}`,
    headers: [refusalHeader[locale], ...kept.map(({ name }) => guardFormula(name))],
    batches: batches(),
  }
}
