import { ColumnChooser, QuickFilterBar, TableSettingsButton } from '@pipewright/renderer'
import { Icon, useNarrow } from '@pipewright/ui'
import { Button } from 'antd'
import { useText } from '../../texts/use-text.ts'
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
  const text = useText()
  return (
    <ListTools {...props}>
      {!narrow && (
        <ColumnChooser form={form.key} columns={columns} onChange={(next) => onAddress({ columns: next })} />
      )}
      {props.onChoose !== undefined && (
        <Button icon={<Icon name="check" />} onClick={props.onChoose}>
          {text('bulkChoose')}
        </Button>
      )}
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
