import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useTexts } from '../texts/use-texts.ts'

/** Name of what is open, its key as a quiet detail, and the way to take it away (undo brings it back). */
export function DocumentHead(props: {
  readonly label: string
  readonly name: string
  readonly onRemove: () => void
}) {
  const t = useTexts()
  return (
    <header className="pwd-document-head">
      <div>
        <h2>{props.label}</h2>
        <div className="pwd-key">
          {t('inspector.key')} <code>{props.name}</code>
        </div>
      </div>
      <Button danger icon={<Icon name="delete" />} onClick={props.onRemove}>
        {t('canvas.remove')}
      </Button>
    </header>
  )
}
