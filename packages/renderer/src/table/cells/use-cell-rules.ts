import type { FormRights, RecordAnswer, Values } from '@pipewright/contract'
import { useEffect, useMemo, useState } from 'react'
import { useLatest } from '../../environment/use-latest.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useFormEngine } from '../../form/engine/use-form-engine.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { Column } from '../column-of-path.ts'

interface CellRulesOptions {
  readonly form: string
  readonly rights: FormRights
  readonly record: RecordAnswer
  readonly column: Column
  readonly onHeld: (why: string) => void
}

/** What the rules of the whole record say of the field; a list knows only some of its values. */
export function useCellRules({ form, rights, record, column, onHeld }: CellRulesOptions) {
  const { data } = useRenderer()
  const t = useTexts()
  const [full, setFull] = useState<RecordAnswer | null>(null)
  const engine = useFormEngine(form, rights, record.id)
  useEffect(() => {
    let isOpen = true
    void data
      .getRecord(form, record.id)
      .then((found) => isOpen && setFull(found))
      .catch(() => undefined)
    return () => {
      isOpen = false
    }
  }, [data, form, record.id])
  const values = (full ?? record).values as Values
  const derived = useMemo(
    () =>
      engine === null || full === null ? null : engine.derive(full.values as Values, full.values as Values),
    [engine, full],
  )
  const rule = derived?.locked.get(column.path)
  const why =
    rule === undefined
      ? derived?.hidden.has(column.path) === true
        ? t('cell.hidden')
        : undefined
      : t('cell.lockedBy', { rule })
  const held = useLatest(onHeld)
  useEffect(() => {
    if (why !== undefined) held.current(why)
  }, [why, held])
  return { values, options: derived?.limited.get(column.path) ?? null }
}
