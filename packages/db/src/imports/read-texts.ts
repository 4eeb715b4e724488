import { guessDateOrder, guessDecimal, isImportable } from '@pipewright/compiler'
import type { Connection } from '../connection/connection.ts'
import type { Scene } from '../records/scene.ts'
import type { RowProblem } from './import-job.ts'
import { rowReader, type MappedColumn } from './read-file-rows.ts'

export interface ReadTexts {
  readonly values: Readonly<Record<string, unknown>>
  readonly problems: readonly RowProblem[]
}

/**
 * Reads text as values of fields, row by row: as files are read, with the reader's own rights to what is named. A field
 * that the reader may not write is left to the write service to refuse.
 */
export async function readTexts(
  connection: Connection,
  scene: Scene,
  form: string,
  rows: readonly Readonly<Record<string, string>>[],
): Promise<ReadTexts[]> {
  const known = scene.app.form(form)?.fields
  const own = scene.rights.forms[form]?.fields ?? {}
  const { locale } = scene.actor
  const keys = [...new Set(rows.flatMap((row) => Object.keys(row)))].filter((key) => own[key] === 'write')
  const columns = keys.flatMap((key, column): MappedColumn[] => {
    const field = known?.get(key)
    if (field === undefined || !isImportable(field)) return []
    const samples = rows.map((row) => row[key] ?? '')
    const guessed = { dateFormat: guessDateOrder(samples, locale), decimal: guessDecimal(samples) }
    return [{ mapping: { column, field: key, ...guessed }, field, name: key }]
  })
  const lines = rows.map((row, at) => ({ row: at, cells: keys.map((key) => row[key] ?? '') }))
  const read = await rowReader(scene, columns, keys.length)(connection, lines)
  return rows.map((row, at) => {
    const { values = {}, problems = [] } = read[at] ?? {}
    const named = Object.keys(row).flatMap((key): [string, unknown][] => {
      if (row[key]?.trim() === '') return [[key, null]]
      // What is no column is written as it came, so that it is refused by its name.
      const isRead = columns.some(({ field }) => field.key === key)
      return key in values ? [[key, values[key]]] : isRead ? [] : [[key, row[key]]]
    })
    return {
      values: Object.fromEntries(named),
      problems: problems.filter(({ field }) => field !== null && field in row),
    }
  })
}
