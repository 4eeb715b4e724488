import { ProblemError } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { RecordTree, UnseenContext, useColorPaths } from '@pipewright/renderer'
import { ErrorNotice, useUiLocale } from '@pipewright/ui'
import { lazy, Suspense } from 'react'
import { useTreeLevels } from '../../queries/tree-levels.ts'
import { PageActions } from '../../shell/page-actions.tsx'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { useUnseen } from '../record/look/use-look.ts'
import type { BulkBarProps } from './bulk/bulk-bar.tsx'
import { EmptyList } from './empty-list.tsx'
import type { ListProps } from './list-props.ts'
import { treeQuery } from './list-query.ts'
import { TreeTools } from './tree-tools.tsx'
import { useTreeChoice } from './use-tree-choice.ts'
import { useCreateWith } from './use-create-with.ts'
import { useOpenRecord } from './use-open-record.ts'
import { useSaveRecord } from './use-save-record.ts'
import { useTableSettings } from './use-table-settings.ts'
import { useUnfolded } from './use-unfolded.ts'
import { filterChange, isNarrowed } from './views/shown-filter.ts'

const BulkBar = lazy(async () => ({ default: (await import('./bulk/bulk-bar.tsx')).BulkBar }))

/** What can be done with the records that are chosen. */
function Bulk({ form, view, address, ...chosen }: ListProps & Pick<BulkBarProps, 'chosen' | 'columns'>) {
  const text = useText()
  const allMeans = isNarrowed(view, address) ? text('bulkOfTree') : undefined
  return (
    <PageActions>
      <Suspense fallback={null}>
        <BulkBar form={form} {...chosen} sort={address.sort ?? view.sort ?? []} allMeans={allMeans} />
      </Suspense>
    </PageActions>
  )
}

/** Records under one another by a relation of the form to itself. */
export function TreeView(props: ListProps) {
  const { form, view, address, onAddress } = props
  const { parent = '' } = view
  const label = localize(view.label, useUiLocale())
  const workspace = useWorkspace().workspace.key
  const [open, onUnfold] = useUnfolded(view.key)
  const table = useTableSettings(props)
  const colors = table.settings.rowColors
  const query = treeQuery(view, address, parent, useColorPaths(form.key, colors))
  const { error, ...tree } = useTreeLevels({ workspace, form: form.key }, query, open)
  const { chosen, ...choosing } = useTreeChoice(form.key, tree, query)
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
      <TreeTools {...props} columns={columns} table={table} onChoose={choosing.begin} />
      {choosing.bar && <Bulk {...props} chosen={chosen} columns={columns} />}
      <UnseenContext value={unseen}>
        <RecordTree
          form={form.key}
          label={label}
          parent={parent}
          columns={columns}
          widths={table.widths}
          onResize={table.resize}
          selection={chosen.ticked}
          onSelect={choosing.onTick}
          selecting={choosing.bar}
          {...(colors === undefined ? {} : { rowColors: colors })}
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
