import type { BulkAction, SortKey } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { useNarrow } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { CallNotice } from '../../../session/call-notice.tsx'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { BulkButtons } from './bulk-buttons.tsx'
import { BulkMore } from './bulk-more.tsx'
import { MergeChosen } from './merge-chosen.tsx'
import { useBulk } from './use-bulk.tsx'
import { useCounted } from './use-counted.ts'
import type { ListSelection } from './use-list-selection.ts'

const BulkDialog = lazy(async () => ({ default: (await import('./bulk-dialog.tsx')).BulkDialog }))

/** So few are changed without being shown first. */
const atOnce = 50

export interface BulkBarProps {
  readonly form: Form
  readonly chosen: ListSelection
  readonly columns: readonly string[]
  readonly sort: readonly SortKey[]
  /** What choosing everything does not mean here. */
  readonly allMeans?: string | undefined
}

/** Everything that matches can be chosen where all that is loaded is; on a phone, where there is no box for that, all that is loaded before. */
function ChooseAll({ chosen }: Pick<BulkBarProps, 'chosen'>) {
  const text = useText()
  const counted = useCounted()
  const narrow = useNarrow()
  if (chosen.isAll) return <span>{text('bulkAllChosen')}</span>
  if (chosen.chooseLoaded !== undefined && narrow)
    return (
      <Button type="link" size="small" onClick={chosen.chooseLoaded}>
        {text('bulkChooseLoaded')}
      </Button>
    )
  if (chosen.offered === null) return null
  return (
    <Button type="link" size="small" onClick={chosen.chooseAll}>
      {text(chosen.offered.exact ? 'bulkChooseAll' : 'bulkChooseAbout', {
        count: counted(chosen.offered),
      })}
    </Button>
  )
}

interface ActionsProps extends BulkBarProps {
  readonly busy: boolean
  readonly act: (action: BulkAction) => void
  readonly onEdit: () => void
}

function Actions({ form, chosen, columns, sort, busy, act, onEdit }: ActionsProps) {
  const app = useWorkspace()
  const text = useText()
  const counted = useCounted()
  const rights = app.rights[form.key]
  const people = app.people.filter(({ active }) => active).map(({ id, name }) => ({ value: id, label: name }))
  return (
    <>
      {rights?.update && (
        <Button loading={busy} onClick={onEdit}>
          {text('bulkEdit')}
        </Button>
      )}
      {rights?.update && (
        <Select
          aria-label={text('assign')}
          placeholder={text('assign')}
          value={null}
          options={people}
          showSearch={{ optionFilterProp: 'label' }}
          className="bulk-assign"
          onChange={(owner) => owner !== null && act({ type: 'edit', changes: [], owner })}
        />
      )}
      <BulkButtons form={form} count={counted(chosen.count)} busy={busy} act={act} />
      {rights?.delete && (
        <Button danger loading={busy} onClick={() => act({ type: 'delete' })}>
          {text('deleteSelected')}
        </Button>
      )}
      <MergeChosen form={form} chosen={chosen} />
      <BulkMore form={form} selection={chosen.selection} columns={columns} sort={sort} act={act} />
    </>
  )
}

/** What can be done with the chosen records. Few are changed at once, many are shown first. */
export function BulkBar(props: BulkBarProps) {
  const { form, chosen } = props
  const text = useText()
  const counted = useCounted()
  const { call, act } = useBulk(form.key, chosen.selection, chosen.clear)
  const [open, setOpen] = useState<BulkAction | 'edit' | null>(null)
  const isFew = 'ids' in chosen.selection && chosen.selection.ids.length <= atOnce
  const go = (action: BulkAction) => (isFew && action.type !== 'submit' ? void act(action) : setOpen(action))
  const count = text(chosen.count?.exact === false ? 'selectedAbout' : 'selected', {
    count: counted(chosen.count),
  })
  return (
    <div className="bulk-bar" role="toolbar" aria-label={count}>
      <strong aria-live="polite">{count}</strong>
      <ChooseAll chosen={chosen} />
      {props.allMeans !== undefined && (chosen.isAll || chosen.offered !== null) && (
        <span className="bulk-means">{props.allMeans}</span>
      )}
      <Button type="text" className="bulk-leave" onClick={chosen.clear}>
        {text('cancel')}
      </Button>
      <CallNotice problem={call.problem} lost={call.lost} />
      {!chosen.isEmpty && (
        <div className="bulk-actions">
          <Actions {...props} busy={call.busy} act={go} onEdit={() => setOpen('edit')} />
        </div>
      )}
      {open !== null && (
        <Suspense fallback={null}>
          <BulkDialog
            form={form}
            selection={chosen.selection}
            count={counted(chosen.count)}
            begin={open}
            mayBeAtOnce={isFew}
            onAct={(action) => {
              setOpen(null)
              void act(action)
            }}
            onClose={() => setOpen(null)}
            onBegun={chosen.clear}
          />
        </Suspense>
      )}
    </div>
  )
}
