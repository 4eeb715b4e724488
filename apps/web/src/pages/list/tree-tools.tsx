import { ColumnChooser, QuickFilterBar, TableSettingsButton } from '@pipewright/renderer'
import { useNarrow } from '@pipewright/ui'
import { ChooseButton } from './bulk/choose-button.tsx'
import type { ListProps } from './list-props.ts'
import { ListTools } from './list-tools.tsx'
import type { useTableSettings } from './use-table-settings.ts'
import { filterChange, shownFilter } from './views/shown-filter.ts'

interface TreeToolsProps extends ListProps {
  readonly columns: readonly string[]
  readonly table: ReturnType<typeof useTableSettings>
  readonly onChoose: (() => void) | undefined
}

/** What narrows a tree and says how it looks. */
export function TreeTools(props: TreeToolsProps) {
  const { form, view, address, onAddress, columns, table } = props
  const narrow = useNarrow()
  return (
    <ListTools {...props}>
      {!narrow && (
        <ColumnChooser form={form.key} columns={columns} onChange={(next) => onAddress({ columns: next })} />
      )}
      <ChooseButton onChoose={props.onChoose} />
      <TableSettingsButton
        form={form.key}
        columns={columns}
        settings={table.settings}
        tree
        onChange={table.change}
      />
      <QuickFilterBar
        form={form.key}
        offered={table.settings.quickFilters}
        columns={view.columns}
        filter={view.saved === undefined ? address.filter : shownFilter(view, address)}
        onFilter={(filter) => onAddress({ filter: filterChange(view, filter) })}
      />
    </ListTools>
  )
}
