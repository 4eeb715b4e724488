import { Button } from 'antd'
import { useCount } from '../formats/use-count.ts'
import { useTexts } from '../texts/use-texts.ts'

/** Says how many columns are not shown, and brings more of them as long as there may be more. */
export function ColumnsLeft({
  left,
  onMore,
}: {
  readonly left: number
  readonly onMore: (() => void) | undefined
}) {
  const t = useTexts()
  const said = useCount()
  if (left === 0) return null
  return (
    <p className="pw-board-left">
      {t('board.left', { count: left, shown: said(left) })}{' '}
      {onMore === undefined ? (
        t('board.leftFilter')
      ) : (
        <Button type="link" onClick={onMore}>
          {t('board.moreColumns')}
        </Button>
      )}
    </p>
  )
}
