import { EmptyState, Icon, useNarrow } from '@pipewright/ui'
import { Button } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useRowDrag, type RowDrag } from '../dnd/use-row-drag.ts'
import { useTexts } from '../texts/use-texts.ts'
import { MoveMenu } from './move-menu.tsx'

export interface ListedDocument {
  readonly key: string
  readonly label: string
  readonly icon: string
  readonly quiet?: string
}

export interface ListDetailProps {
  readonly title: string
  readonly items: readonly ListedDocument[]
  readonly open: string | null
  readonly onOpen: (key: string | null) => void
  readonly onAdd: () => void
  readonly addText: string
  /** Puts the document at another position, where the order of the list means something. */
  readonly onMove?: (key: string, index: number) => void
  readonly empty: { readonly title: string; readonly text: string; readonly icon: string }
  readonly children: ReactNode
}

/** The documents by name; with a handle to drag each by and a menu that moves it, where they have an order. */
function DocumentRow({
  item,
  drag,
  ...props
}: Pick<ListDetailProps, 'items' | 'open' | 'onOpen' | 'onMove'> & {
  readonly item: ListedDocument
  readonly drag: RowDrag
}) {
  const { items, open, onOpen, onMove } = props
  const position = items.indexOf(item)
  const isMoved = onMove !== undefined && items.length > 1
  const face = (
    <button
      type="button"
      className="pwd-split-item"
      aria-current={item.key === open ? 'true' : undefined}
      onClick={() => onOpen(item.key)}
    >
      <Icon name={item.icon} />
      <span className="pwd-cut">{item.label}</span>
      {item.quiet !== undefined && <span className="pwd-quiet">{item.quiet}</span>}
    </button>
  )
  if (!isMoved) return <li>{face}</li>
  const moveTo = (index: number) => () => onMove(item.key, index)
  return (
    <li className="pwd-split-row" data-over={drag.over === item.key ? '' : undefined} {...drag.row(item.key)}>
      <span className="pwd-grip" aria-hidden="true" {...drag.handle(item.key)}>
        <Icon name="drag" />
      </span>
      {face}
      <MoveMenu
        label={item.label}
        onUp={position > 0 ? moveTo(position - 1) : undefined}
        onDown={position < items.length - 1 ? moveTo(position + 1) : undefined}
      />
    </li>
  )
}

/**
 * Documents of one kind at the left, the one that is open beside them: at a desk the first where none is chosen.
 * On a phone one after the other.
 */
export function ListDetail(props: ListDetailProps) {
  const { title, items, open, onOpen, onAdd, addText, empty, children } = props
  const t = useTexts()
  const drag = useRowDrag('document', (moved, at) =>
    props.onMove?.(
      moved,
      items.findIndex(({ key }) => key === at),
    ),
  )
  const isOpen = items.some(({ key }) => key === open)
  const first = useNarrow() || isOpen ? undefined : items[0]?.key
  useEffect(() => {
    if (first !== undefined) onOpen(first)
  }, [first, onOpen])
  const add = (
    <Button
      block={items.length > 0}
      type={items.length > 0 ? 'default' : 'primary'}
      icon={<Icon name="plus" />}
      onClick={onAdd}
    >
      {addText}
    </Button>
  )
  if (items.length === 0) return <EmptyState {...empty} action={add} />
  return (
    <div className="pwd-split" data-open={isOpen ? '' : undefined}>
      <nav className="pwd-split-list" aria-label={title}>
        <ul>
          {items.map((item) => (
            <DocumentRow key={item.key} item={item} drag={drag} {...props} />
          ))}
        </ul>
        {add}
      </nav>
      <div className="pwd-split-detail">
        <button type="button" className="pwd-back pwd-split-back" onClick={() => onOpen(null)}>
          <Icon name="left" /> {title}
        </button>
        {isOpen ? children : <EmptyState icon={empty.icon} title={t('documents.choose')} />}
      </div>
    </div>
  )
}
