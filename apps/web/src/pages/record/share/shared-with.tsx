import { ShareAltOutlined } from '@ant-design/icons'
import { listed, useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { useText } from '../../../texts/use-text.ts'
import { dueWords } from '../../todo/due-words.ts'
import type { Shares } from './use-shares.ts'
import { useReceiverName } from './use-receiver-name.ts'
import './share.css'

/** A quiet line that says with whom the record is shared. */
export function SharedWith({ shares, onOpen }: { shares: Shares['shares']; onOpen: () => void }) {
  const text = useText()
  const locale = useUiLocale()
  const nameOf = useReceiverName()
  if (shares.length === 0) return null
  const names = shares.map((share) => {
    const terms = [
      ...(share.edit ? [text('shareToEdit')] : []),
      ...(share.until === null ? [] : [text('shareUntil', { day: dueWords(share.until, null, locale) })]),
    ]
    return terms.length === 0 ? nameOf(share) : `${nameOf(share)} (${listed(terms, locale)})`
  })
  return (
    <div className="shared-with">
      <ShareAltOutlined />
      <span>
        {text('sharedWith')}: {listed(names, locale)}
      </span>
      <Button type="link" size="small" onClick={onOpen}>
        {text('shareOpen')}
      </Button>
    </div>
  )
}
