import { guardFormula } from '@pipewright/compiler'
import type { BulkResult, Locale } from '@pipewright/contract'
import { readBulkRecords, titlesOf, type BulkJob, type Database } from '@pipewright/db'
import { localize } from '@pipewright/metadata'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Cell } from '../exports/export-cells.ts'
import type { SheetFile } from '../exports/send-sheet.ts'
import { resultAnswer } from './bulk-answer.ts'

const perBatch = 1000

const words = {
  en: {
    headers: ['Record', 'Form', 'Result', 'Message', 'Id'],
    done: 'Done',
    refused: 'Refused',
    waiting: 'Not done',
    hidden: '(not visible)',
    name: 'Result',
  },
  zh: {
    headers: ['记录', '表单', '结果', '说明', 'ID'],
    done: '已完成',
    refused: '被拒绝',
    waiting: '未执行',
    hidden: '（无权查看）',
    name: '批量结果',
  },
} as const

const text = (value: string): Cell => ({ text: guardFormula(value), kind: 'text' })

/** What of a record is told: why it was refused, field by field, or what is to be minded. */
function messageOf({ refusal, warnings }: BulkResult): string {
  const all =
    refusal === null ? warnings.map(({ message }) => message) : refusal.errors.map(({ message }) => message)
  return [...(refusal === null ? [] : [refusal.message]), ...all].join(' ')
}

/** What came of every record of a job, as a table. */
export function resultsSheet(
  database: Database,
  scene: MemberScene,
  job: BulkJob,
  locale: Locale,
): Omit<SheetFile, 'format'> {
  const known = words[locale]
  async function* batches(): AsyncGenerator<Cell[][]> {
    for (let after = 0; ;) {
      const rows = await readBulkRecords(database, scene.workspace, job.id, { after, most: perBatch })
      const last = rows.at(-1)
      if (last === undefined) return
      const answer = resultAnswer(await titlesOf(database, scene, rows), locale)
      yield rows
        .map(answer)
        .map((result) => [
          text(result.title ?? known.hidden),
          text(localize(scene.app.form(result.form ?? '')?.form.label, locale)),
          text(known[result.state]),
          text(messageOf(result)),
          text(result.id),
        ])
      after = last.place
    }
  }
  const form = localize(scene.app.form(job.form)?.form.labelPlural, locale)
  return {
    name: `${[known.name, form].filter(Boolean).join(' ')} ${scene.now.slice(0, 10)}`,
    headers: known.headers,
    batches: batches(),
  }
}
