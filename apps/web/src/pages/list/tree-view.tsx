import { ProblemError } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { ColumnChooser, QuickFilterBar, RecordTree, UnseenContext } from '@pipewright/renderer'
import { ErrorNotice, useNarrow, useUiLocale } from '@pipewright/ui'
import { useTreeLevels } from '../../queries/tree-levels.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useUnseen } from '../record/look/use-look.ts'
import { EmptyList } from './empty-list.tsx'
import type { ListProps } from './list-props.ts'
import { treeQuery } from './list-query.ts'
import { ListTools } from './list-tools.tsx'
import { useCreateWith } from './use-create-with.ts'
import { useOpenRecord } from './use-open-record.ts'
import { useSaveRecord } from './use-save-record.ts'
import { useTableSettings } from './use-table-settings.ts'
import { useUnfolded } from './use-unfolded.ts'
import { filterChange, isNarrowed, shownFilter } from './views/shown-filter.ts'

function Tools(props: ListProps & { readonly columns: readonly string[] }) {
  const { form, view, address, onAddress, columns } = props
  const narrow = useNarrow()
  return (
    <ListTools {...props}>
      {!narrow && (
        <ColumnChooser form={form.key} columns={columns} onChange={(next) => onAddress({ columns: next })} />
      )}
      <QuickFilterBar
        form={form.key}
        offered={view.table?.quickFilters}
        columns={view.columns}
        filter={view.saved === undefined ? address.filter : shownFilter(view, address)}
        onFilter={(filter) => onAddress({ filter: filterChange(view, filter) })}
      />
    </ListTools>
  )
}

/** Records under one another by a relation of the form to itself. */
export function TreeView(props: ListProps) {
  const { form, view, address, onAddress } = props
  const { parent = '' } = view
  const label = localize(view.label, useUiLocale())
  const workspace = useWorkspace().workspace.key
  const [open, onUnfold] = useUnfolded(view.key)
  const query = treeQuery(view, address, parent)
  const { error, ...tree } = useTreeLevels({ workspace, form: form.key }, query, open)
  const { widths, resize } = useTableSettings(props)
  const onMove = useSaveRecord(form.key)
  const onOpen = useOpenRecord(form)
  const onCreate = useCreateWith(form)
  const unseen = useUnseen(form.key)
  const columns = address.columns ?? view.columns
  const cleared = { filter: view.saved === undefined ? null : filterChange(view, null) }
  if (error !== null) {
    const problem = error instanceof ProblemError ? error.problem : null
    return <ErrorNotice problem={problem} onRetry={() => tree.onRetry(null)} />
  }
  return (
    <>
      <Tools {...props} columns={columns} />
      <UnseenContext value={unseen}>
        <RecordTree
          form={form.key}
          label={label}
          parent={parent}
          columns={columns}
          widths={widths}
          onResize={resize}
          {...tree}
          open={open}
          sort={address.sort ?? view.sort ?? []}
          onSort={(sort) => onAddress({ sort })}
          onOpen={onOpen}
          onUnfold={onUnfold}
          onMove={onMove}
          {...(onCreate === undefined ? {} : { onCreate })}
          empty={
            <EmptyList
              form={form}
              filtered={isNarrowed(view, address)}
              onClear={() => onAddress({ ...cleared, search: '' })}
            />
          }
        />
      </UnseenContext>
    </>
  )
}
