import { guardFormula } from '@pipewright/compiler'
import type { ImportProblem, Locale } from '@pipewright/contract'
import {
  alikeTold,
  readNotedRows,
  type AlikeTold,
  type Database,
  type ImportJob,
  type RowProblem,
} from '@pipewright/db'
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
    left: 'Left out',
    name: 'Notes on',
    isRecord: (title: string) => `Probably is “${title}”, which is there already.`,
    repeats: (row: number) => `Probably repeats row ${row}.`,
    hidden: 'A record that you may not see looks the same.',
    hiddenOf: (owner: string) => `A record of ${owner} that you may not see looks the same.`,
  },
  zh: {
    headers: ['行', '类别', '列', '值', '说明'],
    problem: '错误',
    warning: '提醒',
    left: '未导入',
    name: '导入说明',
    isRecord: (title: string) => `可能与已有记录“${title}”重复。`,
    repeats: (row: number) => `可能与第 ${row} 行重复。`,
    hidden: '有一条您无权查看的记录看起来相同。',
    hiddenOf: (owner: string) => `${owner}名下有一条您无权查看的记录看起来相同。`,
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

/** Why a row stayed out with which nothing is wrong. */
function leftCells(locale: Locale, row: number, told: AlikeTold | undefined): Cell[][] {
  if (told === undefined) return []
  const { left, isRecord, repeats, hidden, hiddenOf } = words[locale]
  const why = [
    ...(told.record === null ? [] : [isRecord(told.record.title)]),
    ...(told.twice === null ? [] : [repeats(told.twice)]),
    ...told.hidden.map((owner) => (owner === '' ? hidden : hiddenOf(owner))),
  ]
  return [
    cellsOf(left, { row, column: null, field: null, value: null, code: 'left', message: why.join(' ') }),
  ]
}

/** Everything that is told of the rows of an import, as a table: problems, what is to be minded and what stayed out, row by row. */
export function notesSheet(
  database: Database,
  scene: MemberScene,
  job: ImportJob,
  locale: Locale,
): Omit<SheetFile, 'format'> {
  const { workspace } = scene
  const { headers, problem, warning, name } = words[locale]
  const lines = (kind: string, told: readonly RowProblem[] | null) =>
    (told ?? []).map((one) => cellsOf(kind, rowProblem(one, locale)))
  async function* batches(): AsyncGenerator<Cell[][]> {
    for (let after = 0; ;) {
      const rows = await readNotedRows(database, workspace, job.id, after, perBatch)
      const last = rows.at(-1)
      if (last === undefined) return
      const looks = await alikeTold(database, scene, job.form, rows)
      yield rows.flatMap((row) => [
        ...lines(problem, row.problems),
        ...lines(warning, row.warnings),
        ...leftCells(locale, row.row, looks.get(row.row)),
      ])
      after = last.row
    }
  }
  return { name: `${name} ${job.fileName}`, headers, batches: batches() }
}
