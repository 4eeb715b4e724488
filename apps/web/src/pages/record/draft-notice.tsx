import { Alert, Button } from 'antd'
import { useText } from '../../texts/use-text.ts'

/** Says that the form holds what was typed earlier, and offers an empty one. */
export function DraftNotice({ onDiscard }: { onDiscard: () => void }) {
  const text = useText()
  return (
    <Alert
      type="info"
      showIcon
      title={text('draftRestored')}
      action={
        <Button size="small" onClick={onDiscard}>
          {text('draftDiscard')}
        </Button>
      }
      style={{ marginBottom: 16 }}
    />
  )
}
