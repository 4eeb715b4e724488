import { localize } from '@pipewright/metadata'
import { Icon, useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useNavigate } from 'react-router'
import { useText } from '../../../texts/use-text.ts'
import type { ListView } from './list-view.ts'
import { settingsOf } from './view-changes.ts'
import { unchanged } from './unchanged.ts'

const ViewMenu = lazy(async () => ({ default: (await import('./view-menu.tsx')).ViewMenu }))
const TakeView = lazy(async () => ({ default: (await import('./take-view.tsx')).TakeView }))
const ViewDialog = lazy(async () => ({ default: (await import('./view-dialog.tsx')).ViewDialog }))

export interface ViewOptionsProps {
  readonly view: ListView
  readonly views: readonly ListView[]
  readonly isOpening: boolean
}

/** The button beside the tab that is shown, with its menu and dialogs. */
export function ViewOptions({ view, views, isOpening }: ViewOptionsProps) {
  const text = useText()
  const navigate = useNavigate()
  const name = localize(view.label, useUiLocale())
  const [at, openAt] = useState<HTMLElement | null>(null)
  const [dialog, show] = useState<'rename' | 'duplicate' | 'take' | null>(null)
  const { saved } = view
  return (
    <>
      <Button
        type="text"
        size="small"
        icon={<Icon name="more" />}
        aria-label={text('viewOptions', { name })}
        aria-haspopup="menu"
        onClick={({ currentTarget }) => openAt(currentTarget)}
      />
      <Suspense fallback={null}>
        {at !== null && (
          <ViewMenu
            view={view}
            views={views}
            isOpening={isOpening}
            at={at}
            onClose={() => openAt(null)}
            onRename={() => show('rename')}
            onDuplicate={() => show('duplicate')}
            onTake={() => show('take')}
          />
        )}
        {dialog === 'take' && saved !== undefined && <TakeView view={saved} onClose={() => show(null)} />}
        {dialog !== null && dialog !== 'take' && (
          <ViewDialog
            form={view.form}
            {...(dialog === 'rename' && saved !== undefined ? { view: saved } : {})}
            name={text('viewCopy', { name })}
            settings={settingsOf(view, unchanged)}
            onClose={() => show(null)}
            onSaved={({ id }) => {
              show(null)
              if (dialog === 'duplicate') void navigate(`?view=${id}`)
            }}
          />
        )}
      </Suspense>
    </>
  )
}
