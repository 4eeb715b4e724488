import { EmptyState, Icon, useNarrow } from '@pipewright/ui'
import { Button } from 'antd'
import { useEffect, type ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'

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
  readonly empty: { readonly title: string; readonly text: string; readonly icon: string }
  readonly children: ReactNode
}

/**
 * Documents of one kind at the left, the one that is open beside them: at a desk the first where none is chosen.
 * On a phone one after the other.
 */
export function ListDetail(props: ListDetailProps) {
  const { title, items, open, onOpen, onAdd, addText, empty, children } = props
  const t = useTexts()
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
            <li key={item.key}>
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
            </li>
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
