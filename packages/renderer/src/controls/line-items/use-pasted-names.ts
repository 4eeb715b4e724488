import { peopleFormOf } from '@pipewright/metadata'
import type { Field, LineItemsField } from '@pipewright/schemas'
import { listed, useSay } from '@pipewright/ui'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { rowsAt, useFieldPlace } from '../field-place.ts'
import { readBlock } from './paste-block.ts'
import { setCells, type KeyedRows } from './row-changes.ts'
import type { ChangeRows } from './use-item-rows.ts'

const isRecordType = (type: Field['type']): boolean =>
  type === 'relation' || type === 'relations' || type === 'anyRelation'

const isNamed = (field: Field | undefined): boolean =>
  field !== undefined && (isRecordType(field.type) || peopleFormOf(field) !== undefined)

const shownNames = 5

/**
 * Records and people that a pasted block names: looked up by the server, as far as the writer may see them, and laid into
 * the pasted rows wherever they are by then. What is not found is told.
 */
export function usePastedNames(field: LineItemsField, change: ChangeRows) {
  const { data, titles, locale } = useRenderer()
  const t = useTexts()
  const place = useFieldPlace()
  const { message } = useSay()
  return async (text: string, column: number, row: number, after: KeyedRows): Promise<void> => {
    const rows = readBlock(text)
    const width = Math.max(0, ...rows.map((cells) => cells.length))
    const mapping = Array.from({ length: width }, (_, at) => at).flatMap((at) => {
      const target = field.fields[column + at]
      return target !== undefined && isNamed(target) ? [{ column: at, field: target.key }] : []
    })
    if (data.items === undefined || place === null || mapping.length === 0) return
    const asked = { mapping, rows: rows.map((cells) => [...cells]) }
    const found = await data.items.read(rowsAt(place, field), asked).catch(() => null)
    if (found === null) return
    for (const [id, title] of Object.entries(found.titles)) titles.learn(id, title)
    const names = after.keys.slice(row, row + rows.length)
    change((now) => setCells(now, names, found.rows), 'along')
    const unknown = [...new Set(found.problems.flatMap(({ value }) => (value === null ? [] : [value])))]
    if (unknown.length > 0)
      message.warning(t('control.namesUnknown', { names: listed(unknown.slice(0, shownNames), locale) }))
  }
}
