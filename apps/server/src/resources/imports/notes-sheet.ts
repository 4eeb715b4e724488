import { guardFormula } from '@pipewright/compiler'
import type { ImportProblem, Locale } from '@pipewright/contract'
import { readNotedRows, type Database, type ImportJob, type RowProblem } from '@pipewright/db'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Cell } from '../exports/export-cells.ts'
import type { SheetFile } from '../exports/send-sheet.ts'
import { rowProblem } from './row-messages.ts'

const perBatch = 1000

const words = {
  en: {
    headers: ['Row', 'Kind', 'Column', 'Value', 'Message'],
    problem: 'Problem',
    warning: 'Warning',
    name: 'Notes on',
  },
  zh: {
    headers: ['行', '类别', '列', '值', '说明'],
    problem: '错误',
    warning: '提醒',
    name: '导入说明',
  },
} as const

const text = (value: string): Cell => ({ text: guardFormula(value), kind: 'text' })

const cellsOf = (kind: string, { row, column, value, message }: ImportProblem): Cell[] => [
  { text: String(row), kind: 'number' },
  text(kind),
  text(column ?? ''),
  text(value ?? ''),
  text(message),
]

/** Everything that is told of the rows of an import, as a table: problems, then what is to be minded, row by row. */
export function notesSheet(
  database: Database,
  { workspace }: MemberScene,
  job: ImportJob,
  locale: Locale,
): Omit<SheetFile, 'format'> {
  const { headers, problem, warning, name } = words[locale]
  const lines = (kind: string, told: readonly RowProblem[] | null) =>
    (told ?? []).map((one) => cellsOf(kind, rowProblem(one, locale)))
  async function* batches(): AsyncGenerator<Cell[][]> {
    for (let after = 0; ;) {
      const rows = await readNotedRows(database, workspace, job.id, after, perBatch)
      const last = rows.at(-1)
      if (last === undefined) return
      yield rows.flatMap((row) => [...lines(problem, row.problems), ...lines(warning, row.warnings)])
      after = last.row
    }
  }
  return { name: `${name} ${job.fileName}`, headers, batches: batches() }
}
