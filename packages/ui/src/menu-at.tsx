import { Dropdown, type MenuProps } from 'antd'
import { createPortal } from 'react-dom'

export interface MenuAtProps {
  /** The button it opens at, and which has the focus again when it is closed. */
  readonly at: HTMLElement
  readonly items: NonNullable<MenuProps['items']>
  readonly onChoose: (key: string) => void
  readonly onClose: () => void
}

/** A menu that many buttons share, such as those of the rows of a table: it is made when one of them opens it. */
export function MenuAt({ at, items, onChoose, onClose }: MenuAtProps) {
  const { left, top, width, height } = at.getBoundingClientRect()
  return createPortal(
    <Dropdown
      open
      autoFocus
      trigger={['click']}
      onOpenChange={(isOpen) => {
        if (isOpen) return
        onClose()
        at.focus()
      }}
      menu={{ items, onClick: ({ key }) => onChoose(key) }}
    >
      <span
        aria-hidden="true"
        style={{ position: 'fixed', pointerEvents: 'none', left, top, width, height }}
      />
    </Dropdown>,
    document.body,
  )
}
