import { Icon } from '@pipewright/ui'
import { Alert, Button } from 'antd'
import { useTexts } from '../texts/use-texts.ts'
import { levelToTurn, type TreeLine } from './tree-lines.ts'

export interface TreeToolsProps {
  readonly lines: readonly TreeLine[]
  readonly inCircles: number
  readonly onUnfold: (ids: readonly string[], open: boolean) => void
}

/** Opens and closes a tree level by level, and says what is wrong with its records. */
export function TreeTools({ lines, inCircles, onUnfold }: TreeToolsProps) {
  const t = useTexts()
  const closed = levelToTurn(lines, true)
  const deepest = levelToTurn(lines, false)
  const all = lines.flatMap((line) => (line.kind === 'row' && line.open ? [line.record.id] : []))
  return (
    <>
      {inCircles > 0 && <Alert type="warning" showIcon title={t('tree.circles', { count: inCircles })} />}
      <div className="pw-tree-tools">
        <Button
          size="small"
          icon={<Icon name="down" />}
          disabled={closed.length === 0}
          onClick={() => onUnfold(closed, true)}
        >
          {t('tree.openLevel')}
        </Button>
        <Button
          size="small"
          icon={<Icon name="up" />}
          disabled={deepest.length === 0}
          onClick={() => onUnfold(deepest, false)}
        >
          {t('tree.closeLevel')}
        </Button>
        <Button size="small" type="text" disabled={all.length === 0} onClick={() => onUnfold(all, false)}>
          {t('tree.closeAll')}
        </Button>
      </div>
    </>
  )
}
