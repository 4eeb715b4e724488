import { localize } from '@pipewright/metadata'
import { viewIcons } from '@pipewright/renderer'
import { Icon, useNarrow, useUiLocale } from '@pipewright/ui'
import { Input } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { useReorder } from '../../../places/use-reorder.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { movedKey, type ListView } from './list-view.ts'
import { useViewActions } from './use-view-actions.tsx'

/** Whose a view is, in a few words. */
function useBelongs(): (view: ListView) => string {
  const { member, people } = useWorkspace()
  const text = useText()
  return ({ saved }) => {
    if (saved === undefined) return text('viewOfApp')
    if (saved.owner === member.id) return text(saved.sharing.with === 'nobody' ? 'viewPrivate' : 'viewShared')
    return text('viewSharedBy', { name: people.find(({ id }) => id === saved.owner)?.name ?? '' })
  }
}

export interface AllViewsProps {
  readonly form: string
  readonly views: readonly ListView[]
  readonly chosen: string
  readonly onClose: () => void
}

/** Every view of the form, to be searched and put in order. */
export function AllViews({ form, views, chosen, onClose }: AllViewsProps) {
  const text = useText()
  const locale = useUiLocale()
  const narrow = useNarrow()
  const belongs = useBelongs()
  const { order } = useViewActions(form)
  const [searched, setSearched] = useState('')
  const keys = views.map(({ key }) => key)
  const { dragged, list, grip, row } = useReorder(keys, (key, to) => void order(movedKey(keys, key, to)))
  const words = searched.trim().toLocaleLowerCase()
  const found = views.filter(({ label }) => localize(label, locale).toLocaleLowerCase().includes(words))
  const shown =
    dragged === null
      ? found
      : movedKey(keys, dragged.key, dragged.to).flatMap((key) => views.find((view) => view.key === key) ?? [])
  return (
    <div className="all-views">
      <Input
        autoFocus
        value={searched}
        onChange={({ target }) => setSearched(target.value)}
        placeholder={text('findView')}
        aria-label={text('findView')}
      />
      <ul ref={list}>
        {shown.map((view) => {
          const name = localize(view.label, locale)
          return (
            <li key={view.key} className={dragged?.key === view.key ? 'dragged' : ''} {...row(view.key)}>
              {words === '' && (
                <span
                  className="view-grip"
                  title={text('viewGrip', { name })}
                  aria-hidden="true"
                  {...grip(view.key)}
                >
                  <Icon name="drag" />
                </span>
              )}
              <Link
                to={`?view=${view.key}`}
                onClick={onClose}
                {...(view.key === chosen ? { 'aria-current': 'page' } : {})}
              >
                <Icon name={viewIcons[view.type]} />
                <span className="view-name">{name}</span>
                <span className="view-belongs">{belongs(view)}</span>
              </Link>
            </li>
          )
        })}
      </ul>
      {found.length === 0 && <p className="view-belongs">{text('noViewFound')}</p>}
      {words === '' && !narrow && <p className="view-belongs">{text('viewPlaceHint')}</p>}
    </div>
  )
}
