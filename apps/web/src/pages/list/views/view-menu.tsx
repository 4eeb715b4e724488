import { MenuAt, useSay } from '@pipewright/ui'
import { usePlaces, useToggleFavourite } from '../../../places/use-places.ts'
import { useWorkspace, workspacePath } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import type { ListView } from './list-view.ts'
import { movedKey } from './list-view.ts'
import { useViewActions } from './use-view-actions.tsx'

export interface ViewMenuProps {
  readonly view: ListView
  readonly views: readonly ListView[]
  /** Whether the list opens with it, because this member wanted it so. */
  readonly isOpening: boolean
  readonly at: HTMLElement
  readonly onClose: () => void
  readonly onRename: () => void
  readonly onDuplicate: () => void
  readonly onTake: () => void
}

/** What can be done with the view that is shown. */
export function ViewMenu(props: ViewMenuProps) {
  const { view, views, isOpening, at, onClose } = props
  const app = useWorkspace()
  const text = useText()
  const { message } = useSay()
  const { order, openWith, remove } = useViewActions(view.form)
  const path = `/f/${view.form}?view=${view.key}`
  const isFavourite = usePlaces().favourites.some((place) => place.path === path)
  const toggle = useToggleFavourite()
  const keys = views.map(({ key }) => key)
  const place = keys.indexOf(view.key)
  const may = view.saved?.may.manage === true
  const items = [
    ...(may ? [{ key: 'rename', label: text('viewRename') }] : []),
    { key: 'duplicate', label: text('viewDuplicate') },
    ...(app.may.build && view.saved !== undefined ? [{ key: 'take', label: text('viewTakeIn') }] : []),
    { key: 'link', label: text('viewCopyLink') },
    { key: 'favourite', label: text(isFavourite ? 'viewFavouriteNot' : 'viewFavourite') },
    { type: 'divider' as const },
    { key: 'open', label: text(isOpening ? 'viewOpensNot' : 'viewOpens') },
    { key: 'earlier', label: text('viewMoveEarlier'), disabled: place <= 0 },
    { key: 'later', label: text('viewMoveLater'), disabled: place === keys.length - 1 },
    ...(may
      ? [{ type: 'divider' as const }, { key: 'delete', label: text('viewDelete'), danger: true }]
      : []),
  ]
  const copyLink = async () => {
    await navigator.clipboard.writeText(`${window.location.origin}${workspacePath(app, path)}`)
    message.success(text('copied'))
  }
  const choose = (key: string) => {
    onClose()
    if (key === 'rename') props.onRename()
    if (key === 'duplicate') props.onDuplicate()
    if (key === 'take') props.onTake()
    if (key === 'link') void copyLink().catch(() => undefined)
    if (key === 'favourite') toggle({ path, title: view.saved?.name ?? null }, isFavourite)
    if (key === 'open') void openWith(isOpening ? null : view.key)
    if (key === 'earlier') void order(movedKey(keys, view.key, place - 1))
    if (key === 'later') void order(movedKey(keys, view.key, place + 1))
    if (key === 'delete' && view.saved !== undefined) void remove(view.saved)
  }
  return <MenuAt at={at} items={items} onChoose={choose} onClose={onClose} />
}
