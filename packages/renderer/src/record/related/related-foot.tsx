import { Button } from 'antd'
import type { RecordCount } from '../../environment/renderer-data.ts'
import { useCount } from '../../formats/use-count.ts'
import { useTexts } from '../../texts/use-texts.ts'

export interface RelatedFootProps {
  readonly shown: number
  readonly count: RecordCount | undefined
  readonly loading: boolean
  readonly onMore: () => void
}

/** There are more than are shown: how many, and how to get at them. */
export function RelatedFoot({ shown, count, loading, onMore }: RelatedFootProps) {
  const t = useTexts()
  const said = useCount()
  return (
    <footer>
      <Button size="small" disabled={loading} onClick={onMore}>
        {t('form.listMore')}
      </Button>
      {count !== undefined && (
        <span className="pw-quiet pw-numeric">
          {t('record.relatedShown', { shown, count: said(count.count, count.exact) })}
        </span>
      )}
    </footer>
  )
}
