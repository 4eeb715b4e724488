import { Button } from 'antd'
import type { CSSProperties } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { TreeRestLine } from './tree-lines.ts'
import { insetOf } from './tree-sizes.ts'

export interface TreeRestProps {
  readonly line: TreeRestLine
  readonly index: number
  readonly style: CSSProperties
  readonly narrow: boolean
  readonly active: boolean
  readonly onStand: () => void
  readonly onRest: () => void
}

/** What of a level is still to come, or did not. */
export function TreeRest({ line, index, style, narrow, active, onStand, onRest }: TreeRestProps) {
  const t = useTexts()
  return (
    <div
      role="row"
      aria-rowindex={index + 2}
      aria-level={line.depth + 1}
      data-line={line.key}
      tabIndex={active ? 0 : -1}
      className="pw-tr pw-tree-row pw-tree-rest"
      style={{ ...style, paddingInlineStart: insetOf(line.depth, narrow) + 24 }}
      onFocus={onStand}
    >
      <div role="gridcell">
        {line.kind === 'waiting' ? (
          t('tree.loading')
        ) : (
          <Button type="link" size="small" tabIndex={-1} onClick={onRest}>
            {t(line.kind === 'failed' ? 'board.again' : 'tree.more')}
          </Button>
        )}
      </div>
    </div>
  )
}
