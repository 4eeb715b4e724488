import { MenuAt } from '@pipewright/ui'
import { useTexts } from '../../texts/use-texts.ts'
import { ColumnFilter } from './column-filter.tsx'
import { columnMenu } from './column-menu-items.tsx'
import type { ColumnSite } from './column-site.ts'

export interface ColumnMenuProps extends ColumnSite {
  readonly form: string
  /** The button it opens at. */
  readonly at: HTMLElement
  /** The menu itself, or its filter at once. */
  readonly shows: 'menu' | 'filter'
  readonly onShow: (shows: 'menu' | 'filter' | null) => void
}

/** What can be done with one column of a table. */
export function ColumnMenu({ form, at, shows, onShow, ...site }: ColumnMenuProps) {
  const t = useTexts()
  const { column, arranging } = site
  if (shows === 'filter')
    return (
      <ColumnFilter
        form={form}
        at={at}
        column={column}
        filter={arranging.filter}
        onFilter={arranging.onFilter}
        onClose={() => onShow(null)}
      />
    )
  const { items, act } = columnMenu(site, t)
  return (
    <MenuAt
      at={at}
      items={items}
      onChoose={(key) => {
        act(key)
        onShow(key === 'filter' ? 'filter' : null)
      }}
      onClose={() => onShow(null)}
    />
  )
}
