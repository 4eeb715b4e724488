import type { ViewSettings } from '@pipewright/contract'
import { isSameJson } from '@pipewright/metadata'
import type { ListAddress } from '../list-address.ts'
import { lanesOf, listSettings } from '../list-query.ts'
import type { ListView } from './list-view.ts'
import { unchanged } from './unchanged.ts'

/** What is seen now, as settings that can be saved. */
export function settingsOf(view: ListView, address: ListAddress): ViewSettings {
  const {
    key: _key,
    form: _form,
    label: _label,
    saved: _saved,
    filter: _filter,
    sort: _sort,
    table: _table,
    lanes: _lanes,
    ...rest
  } = view
  const { columns, filter, sort = [], table = {} } = listSettings(view, address)
  const lanes = lanesOf(view, address)
  const chosen = Object.entries(table).filter(([, value]) => !Array.isArray(value) || value.length > 0)
  return {
    ...rest,
    columns,
    ...(filter === undefined ? {} : { filter }),
    ...(sort.length === 0 ? {} : { sort }),
    ...(lanes === undefined ? {} : { lanes }),
    ...(chosen.length === 0 ? {} : { table: Object.fromEntries(chosen) }),
  }
}

/** The settings that differ from those of the view, in their order. */
export function changedSettings(view: ListView, address: ListAddress): readonly (keyof ViewSettings)[] {
  const now = settingsOf(view, address)
  const before = settingsOf(view, unchanged)
  const keys = new Set([...Object.keys(before), ...Object.keys(now)]) as Set<keyof ViewSettings>
  return [...keys].filter((key) => !isSameJson(now[key] ?? null, before[key] ?? null))
}
