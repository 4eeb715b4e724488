import type { TableSettings } from '@pipewright/schemas'
import { useMemo } from 'react'
import { keptValue } from '../../places/kept-value.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { ListProps } from './list-props.ts'
import { readTable, settingsOver } from './table-settings.ts'

const isSettings = (value: unknown): value is TableSettings => readTable(value) !== null

/** Widths are a matter of the screen one sits at: kept per member and view, not in the address. */
const kept = keptValue<TableSettings>('pipewright.table.', {}, isSettings)

/** How high somebody likes his rows, in every table that does not say it itself. */
const habits = keptValue<TableSettings>('pipewright.rows.', {}, isSettings)

/** The settings of the table in force, and what changes them. */
export function useTableSettings({ form, view, address, onAddress }: ListProps) {
  const { id } = useWorkspace().member
  const key = `${id}.${form.key}.${view.key}`
  const mine = kept.use(key).widths
  const habit = habits.use(id).density
  const chosen = JSON.stringify(address.table)
  const settings = useMemo(
    () =>
      settingsOver(
        habit && { density: habit },
        view.table,
        readTable(JSON.parse(chosen)),
        mine && { widths: mine },
      ),
    [habit, view.table, chosen, mine],
  )
  const widths = useMemo(
    () => Object.fromEntries((settings.widths ?? []).map(({ field, width }) => [field, width])),
    [settings.widths],
  )
  const change = ({ widths: own, ...shared }: TableSettings) => {
    if (own !== undefined) kept.write(key, { widths: own })
    if (shared.density !== undefined) habits.write(id, { density: shared.density })
    if (Object.keys(shared).length > 0) onAddress({ table: settingsOver(address.table, shared) })
  }
  const resize = (path: string, width: number) => {
    const rest = (kept.read(key).widths ?? settings.widths ?? []).filter(({ field }) => field !== path)
    change({ widths: [...rest, { field: path, width: Math.round(width) }] })
  }
  return { settings, widths, change, resize }
}
