import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { localize } from '@pipewright/metadata'
import { Icon, useUiLocale } from '@pipewright/ui'
import { useNavigate } from 'react-router'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import type { ListProps } from '../list-props.ts'
import { partWords } from './part-words.ts'
import { unchanged } from './unchanged.ts'
import { useViewActions } from './use-view-actions.tsx'
import { changedSettings, settingsOf } from './view-changes.ts'

const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.tsx')).ViewDialog }))

/** Why the view itself cannot be saved by this member. */
function useReason({ view }: ListProps): string {
  const { people } = useWorkspace()
  const text = useText()
  if (view.saved === undefined) return text('viewLockedHint')
  const owner = people.find(({ id }) => id === view.saved?.owner)?.name ?? ''
  return text('viewNotYours', { name: owner })
}

/** What is seen becomes a view of its own, and is opened. */
function NewView({ form, view, address, onClose }: ListProps & { readonly onClose: () => void }) {
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  return (
    <Suspense fallback={null}>
      <ViewDialog
        form={form.key}
        name={text('viewCopy', { name: localize(view.label, locale) })}
        settings={settingsOf(view, address)}
        onClose={onClose}
        onSaved={({ id }) => {
          onClose()
          void navigate(`?view=${id}`)
        }}
      />
    </Suspense>
  )
}

/** A quiet line while a list is not as its view was saved, or part of the view cannot be shown. */
export function ChangeBar(props: ListProps) {
  const { form, view, address, onAddress } = props
  const text = useText()
  const locale = useUiLocale()
  const reason = useReason(props)
  const { update } = useViewActions(form.key)
  const [isNaming, setNaming] = useState(false)
  const changed = changedSettings(view, address)
  const { saved } = view
  const leftOut = saved?.leftOut ?? []
  if (changed.length === 0 && leftOut.length === 0) return null
  const reset = () => onAddress({ ...unchanged, view: address.view, search: address.search })
  const save = async () => {
    if (saved !== undefined && (await update(saved, settingsOf(view, address)))) reset()
  }
  return (
    <div className="view-change" role="status">
      {changed.length > 0 && <span>{text('viewChanged', { parts: partWords(text, locale, changed) })}</span>}
      {leftOut.length > 0 && (
        <span>
          <Icon name="info" /> {text('viewLeftOut', { parts: partWords(text, locale, leftOut) })}
        </span>
      )}
      {saved?.may.change === true ? (
        <Button size="small" type="primary" onClick={() => void save()}>
          {text(changed.length === 0 ? 'viewLeftOutSave' : 'viewSave')}
        </Button>
      ) : (
        changed.length > 0 && (
          <span className="view-belongs" title={reason}>
            <Icon name="lock" />
          </span>
        )
      )}
      <Button size="small" onClick={() => setNaming(true)}>
        {text('viewSaveAs')}
      </Button>
      {changed.length > 0 && (
        <Button size="small" type="text" onClick={reset}>
          {text('viewReset')}
        </Button>
      )}
      {isNaming && <NewView {...props} onClose={() => setNaming(false)} />}
    </div>
  )
}
