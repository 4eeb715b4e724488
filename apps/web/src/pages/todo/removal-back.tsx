import { UndoOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { Waiting } from '../../offline/waiting.ts'
import { waitingStore } from '../../offline/waiting-store.ts'
import { useText } from '../../texts/use-text.ts'

/** Takes the removal of a task back, as long as the server has not heard of it. */
export function RemovalBack({ removal, title }: { readonly removal: Waiting; readonly title: string }) {
  const text = useText()
  if (removal.tried !== null && removal.trouble === null) return null
  return (
    <Button
      type="text"
      icon={<UndoOutlined />}
      aria-label={`${text('undo')}: ${title}`}
      title={text('undo')}
      onClick={() => void waitingStore.settle(removal.id, (rest) => rest)}
    />
  )
}
