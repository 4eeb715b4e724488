import type { TableSettings } from '@pipewright/schemas'
import { useMemo } from 'react'
import { keptValue } from '../../places/kept-value.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import type { ListProps } from './list-props.ts'
import { readTable, settingsOver } from './table-settings.ts'

const isSettings = (value: unknown): value is TableSettings => readTable(value) !== null

/** Widths and height of rows are a matter of the screen one sits at: kept per member and view, not in the address. */
const kept = keptValue<TableSettings>('pipewright.table.', {}, isSettings)

const own: ReadonlySet<string> = new Set<keyof TableSettings>(['widths', 'density'])

const split = (change: TableSettings, isOwn: boolean): TableSettings =>
  Object.fromEntries(Object.entries(change).filter(([name]) => own.has(name) === isOwn))

/** The settings of the table in force, and what changes them. */
export function useTableSettings({ form, view, address, onAddress }: ListProps) {
  const key = `${useWorkspace().member.id}.${form.key}.${view.key}`
  const mine = kept.use(key)
  const chosen = JSON.stringify(address.table)
  const settings = useMemo(
    () => settingsOver(view.table, readTable(JSON.parse(chosen)), mine),
    [view.table, chosen, mine],
  )
  const widths = useMemo(
    () => Object.fromEntries((settings.widths ?? []).map(({ field, width }) => [field, width])),
    [settings.widths],
  )
  const keep = (change: TableSettings) => kept.write(key, settingsOver(kept.read(key), change))
  const change = (next: TableSettings) => {
    const [mineNow, shared] = [split(next, true), split(next, false)]
    if (Object.keys(mineNow).length > 0) keep(mineNow)
    if (Object.keys(shared).length > 0) onAddress({ table: settingsOver(address.table, shared) })
  }
  const resize = (path: string, width: number) => {
    const rest = (kept.read(key).widths ?? settings.widths ?? []).filter(({ field }) => field !== path)
    keep({ widths: [...rest, { field: path, width: Math.round(width) }] })
  }
  return { settings, widths, change, resize }
}
