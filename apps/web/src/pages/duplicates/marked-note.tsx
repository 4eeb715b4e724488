import type { AlikeGroup } from '@pipewright/contract'
import { listed, useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { useText } from '../../texts/use-text.ts'
import { useDuplicateText } from './use-duplicate-text.ts'

interface MarkedNoteProps {
  readonly records: AlikeGroup['records']
  readonly busy: boolean
  readonly onUndo: () => void
}

/** What was told apart a moment ago, with the way back. */
export function MarkedNote({ records, busy, onUndo }: MarkedNoteProps) {
  const text = useDuplicateText()
  const shared = useText()
  const locale = useUiLocale()
  const titles = listed(
    records.map(({ title }) => title || '–'),
    locale,
  )
  return (
    <p className="alike-marked" role="status">
      {text('marked', { titles })}{' '}
      <Button size="small" autoFocus loading={busy} onClick={onUndo}>
        {shared('undo')}
      </Button>
    </p>
  )
}
