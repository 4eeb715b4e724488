import { BellFilled, BellOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useText } from '../../../texts/use-text.ts'
import type { Looking } from './use-look.ts'

/** Follows the record, or not any more. */
export function FollowBell({ look, follow }: Looking) {
  const text = useText()
  if (look === undefined) return null
  const { follows } = look
  return (
    <Button
      type="text"
      aria-pressed={follows}
      aria-label={text('follow')}
      title={text(follows ? 'followed' : 'follow')}
      className={follows ? 'star-on' : 'star'}
      icon={follows ? <BellFilled /> : <BellOutlined />}
      onClick={() => void follow(!follows)}
    />
  )
}
