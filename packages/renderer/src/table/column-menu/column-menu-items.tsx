import type { SortKey } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import type { MenuProps } from 'antd'
import type { Translate } from '../../texts/use-texts.ts'
import { filterOperators } from '../../filter/filter-operator.ts'
import type { ColumnSite, Entries } from './column-site.ts'
import { groupEntries } from './group-entries.ts'
import { columnMoved } from '../move-column.ts'
import { canSortMore, sortedBy } from '../next-sort.ts'

function sortEntries({ column, sort, onSort }: ColumnSite, t: Translate): Entries {
  if (!column.sortable) return {}
  const { path } = column
  const sorted = sort.some((key) => key.field === path)
  const by = (direction: SortKey['direction'], add: boolean) => () =>
    onSort(sortedBy(sort, { field: path, direction }, add))
  const more: Entries = canSortMore(sort, path)
    ? {
        thenAsc: { label: t('table.thenAsc'), icon: 'arrow-up', act: by('asc', true) },
        thenDesc: { label: t('table.thenDesc'), icon: 'arrow-down', act: by('desc', true) },
      }
    : {}
  return {
    asc: { label: t('table.sortAsc'), icon: 'arrow-up', act: by('asc', false) },
    desc: { label: t('table.sortDesc'), icon: 'arrow-down', act: by('desc', false) },
    ...more,
    ...(sorted
      ? {
          unsorted: {
            label: t('table.sortNone'),
            icon: 'close',
            act: () => onSort(sort.filter((key) => key.field !== path)),
          },
        }
      : {}),
  }
}

function filterEntries({ column }: ColumnSite, t: Translate): Entries {
  return filterOperators(column.field).length === 0
    ? {}
    : { filter: { label: t('table.filterColumn'), icon: 'filter' } }
}

function lookEntries({ column, columns, settings, arranging }: ColumnSite, t: Translate): Entries {
  const { onSettings } = arranging
  const position = columns.indexOf(column)
  const frozen = Math.min(settings.frozen ?? 1, columns.length)
  const wrap = settings.wrap ?? []
  const isWrapped = wrap.includes(column.path)
  const isLast = frozen === position + 1
  return {
    freeze: isLast
      ? { label: t('table.unfreeze'), icon: 'unlock', act: () => onSettings({ frozen: 0 }) }
      : {
          label: t('table.freeze'),
          icon: 'lock',
          disabled: position >= 10,
          act: () => onSettings({ frozen: position + 1 }),
        },
    wrap: {
      label: t(isWrapped ? 'table.unwrap' : 'table.wrap'),
      icon: 'align-left',
      act: () =>
        onSettings({
          wrap: isWrapped ? wrap.filter((path) => path !== column.path) : [...wrap, column.path],
        }),
    },
  }
}

function placeEntries({ column, columns, arranging }: ColumnSite, t: Translate): Entries {
  const paths = columns.map(({ path }) => path)
  const go = (by: number) => () => arranging.onColumns(columnMoved(paths, column.path, by))
  return {
    left: { label: t('table.moveLeft'), icon: 'left', disabled: column === columns[0], act: go(-1) },
    right: { label: t('table.moveRight'), icon: 'right', disabled: column === columns.at(-1), act: go(1) },
    hide: {
      label: t('table.hide'),
      icon: 'eye-off',
      disabled: columns.length === 1,
      act: () => arranging.onColumns(paths.filter((path) => path !== column.path)),
    },
  }
}

/** What can be done with a column, and the entries of its menu. */
export function columnMenu(site: ColumnSite, t: Translate) {
  const blocks = [sortEntries, filterEntries, groupEntries, lookEntries, placeEntries]
    .map((make) => make(site, t))
    .filter((entries) => Object.keys(entries).length > 0)
  const items = blocks.flatMap((entries, position): NonNullable<MenuProps['items']> => [
    ...(position === 0 ? [] : [{ type: 'divider' as const, key: `line-${position}` }]),
    ...Object.entries(entries).map(([key, { label, icon, disabled, children }]) => ({
      key,
      label,
      icon: <Icon name={icon} />,
      disabled: disabled ?? false,
      ...(children === undefined
        ? {}
        : {
            children: Object.entries(children).map(([inner, { label: name }]) => ({
              key: inner,
              label: name,
            })),
          }),
    })),
  ])
  const inner = blocks.flatMap((entries) =>
    Object.values(entries).flatMap(({ children }) => (children === undefined ? [] : [children])),
  )
  const entries: Entries = Object.assign({}, ...blocks, ...inner)
  return { items, act: (key: string) => entries[key]?.act?.() }
}
