import { ProblemError } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import {
  ColumnChooser,
  GroupChips,
  QuickFilterBar,
  RecordTable,
  TableSettingsButton,
  UnseenContext,
} from '@pipewright/renderer'
import { ErrorNotice, useNarrow, useUiLocale } from '@pipewright/ui'
import { lazy, Suspense } from 'react'
import { useNavigate } from 'react-router'
import { PageActions } from '../../shell/page-actions.tsx'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { ChooseButton } from './bulk/choose-button.tsx'
import { useChoosing } from './bulk/use-choosing.ts'
import { useListSelection } from './bulk/use-list-selection.ts'
import { EmptyList } from './empty-list.tsx'
import type { ListProps } from './list-props.ts'
import { ListTools } from './list-tools.tsx'
import { tableQuery } from './list-query.ts'
import { useTableRows } from './use-table-rows.ts'
import { useCells } from './cells/use-cells.tsx'
import { useTableSettings } from './use-table-settings.ts'
import { filterChange, isNarrowed, shownFilter } from './views/shown-filter.ts'
import { useUnseen } from '../record/look/use-look.ts'
import { useRowMenu } from './use-row-menu.tsx'

const BulkBar = lazy(async () => ({ default: (await import('./bulk/bulk-bar.tsx')).BulkBar }))

const asProblem = (error: unknown) => (error instanceof ProblemError ? error.problem : null)

/** What the heads of the table change, and what they changed. */
function useArrangedTable(props: ListProps) {
  const { view, address, onAddress } = props
  const { settings, widths, change, resize } = useTableSettings(props)
  const arranging = {
    onSettings: change,
    onColumns: (columns: string[]) => onAddress({ columns }),
    filter: view.saved === undefined ? address.filter : shownFilter(view, address),
    onFilter: (filter: ListProps['address']['filter']) => onAddress({ filter: filterChange(view, filter) }),
  }
  /** Without what this reader can take away of the filter. */
  const cleared = { filter: view.saved === undefined ? null : filterChange(view, null) }
  return { settings, widths, onResize: resize, arranging, cleared }
}

function Columns({ form, columns, onAddress }: ListProps & { readonly columns: readonly string[] }) {
  return <ColumnChooser form={form.key} columns={columns} onChange={(next) => onAddress({ columns: next })} />
}

function Tools(
  props: ListProps & {
    columns: readonly string[]
    table: ReturnType<typeof useArrangedTable>
    onChoose: (() => void) | undefined
  },
) {
  const { form, columns, table, onChoose } = props
  const narrow = useNarrow()
  return (
    <ListTools {...props}>
      {!narrow && <Columns {...props} columns={columns} />}
      <ChooseButton onChoose={onChoose} />
      <TableSettingsButton
        form={form.key}
        columns={columns}
        settings={table.settings}
        onChange={table.arranging.onSettings}
      />
      <GroupChips
        form={form.key}
        groups={table.settings.groups ?? []}
        onChange={(groups) => table.arranging.onSettings({ groups })}
      />
      <QuickFilterBar
        form={form.key}
        offered={table.settings.quickFilters}
        columns={props.view.columns}
        filter={table.arranging.filter}
        onFilter={table.arranging.onFilter}
      />
    </ListTools>
  )
}

export function TableView(props: ListProps) {
  const { form, view, address, onAddress } = props
  const app = useWorkspace()
  const label = localize(view.label, useUiLocale())
  const navigate = useNavigate()
  const table = useArrangedTable(props)
  const { rows, error, retry, table: lines } = useTableRows(props, table.settings)
  const { chosen, ...choosing } = useChoosing(
    useListSelection(form.key, rows, tableQuery(view, address), lines.hasMore),
  )
  const rowMenu = useRowMenu(form)
  const unseen = useUnseen(form.key)
  const cells = useCells(form)
  const columns = address.columns ?? view.columns
  if (error !== null) {
    const again = () => (address.filter === null ? retry() : onAddress({ filter: null }))
    return <ErrorNotice problem={asProblem(error)} onRetry={again} />
  }
  return (
    <>
      <Tools {...props} columns={columns} table={table} onChoose={choosing.begin} />
      {choosing.bar && (
        <PageActions>
          <Suspense fallback={null}>
            <BulkBar form={form} chosen={chosen} columns={columns} sort={address.sort ?? view.sort ?? []} />
          </Suspense>
        </PageActions>
      )}
      <UnseenContext value={unseen}>
        <RecordTable
          form={form.key}
          label={label}
          columns={columns}
          {...lines}
          sort={address.sort ?? view.sort ?? []}
          onSort={(sort) => onAddress({ sort })}
          onOpen={(record) => void navigate(workspacePath(app, `/f/${form.key}/${record.id}`))}
          cells={cells}
          selection={chosen.ticked}
          onSelect={choosing.onTick}
          selecting={choosing.bar}
          {...table}
          {...(rowMenu.open === undefined ? {} : { onMenu: rowMenu.open })}
          empty={
            <EmptyList
              form={form}
              filtered={isNarrowed(view, address)}
              onClear={() => onAddress({ ...table.cleared, search: '' })}
            />
          }
        />
      </UnseenContext>
      {rowMenu.menu}
    </>
  )
}
