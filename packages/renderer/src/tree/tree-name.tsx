import { Icon } from '@pipewright/ui'
import { useCount } from '../formats/use-count.ts'
import { CellValue } from '../table/cell-value.tsx'
import type { Column } from '../table/column-of-path.ts'
import { UnseenMark } from '../table/unseen.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { TreeRowLine } from './tree-lines.ts'

/** Opens and closes what lies below. */
export function Fold({
  line,
  onUnfold,
}: {
  readonly line: TreeRowLine
  readonly onUnfold: (open: boolean) => void
}) {
  const t = useTexts()
  const { children, open, record } = line
  if (children.count === 0) return <span className="pw-tree-fold" />
  return (
    <button
      type="button"
      tabIndex={-1}
      className="pw-tree-fold"
      aria-label={t(open ? 'tree.fold' : 'tree.unfold', { title: record.title || t('table.untitled') })}
      onClick={(event) => {
        event.stopPropagation()
        onUnfold(!open)
      }}
    >
      <Icon name={open ? 'down' : 'right'} />
    </button>
  )
}

/** The record, what lies above it where that is not shown, and how many lie below it. */
export function Name({
  line,
  columns,
  narrow,
}: {
  readonly line: TreeRowLine
  readonly columns: readonly Column[]
  readonly narrow: boolean
}) {
  const t = useTexts()
  const count = useCount()
  const { record, path, children } = line
  const [first, ...others] = columns
  const said = count(children.count, children.exact)
  return (
    <span className="pw-tree-name">
      {path.length > 0 && (
        <span className="pw-tree-path">
          {path.map(({ title }) => title || t('table.untitled')).join(' › ')}
        </span>
      )}
      <span className="pw-tree-title">
        <UnseenMark record={record.id} />
        {first === undefined || narrow ? (
          <span className="pw-cell-text">{record.title || t('table.untitled')}</span>
        ) : (
          <CellValue record={record} column={first} />
        )}
        {children.count > 0 && (
          <span className="pw-tree-count pw-numeric" title={t('tree.below', { number: said })}>
            {said}
          </span>
        )}
      </span>
      {narrow && (
        <span className="pw-tree-facts">
          {others.slice(0, 2).map((column) => (
            <CellValue key={column.path} record={record} column={column} />
          ))}
        </span>
      )}
    </span>
  )
}
