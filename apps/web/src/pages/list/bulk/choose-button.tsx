import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useText } from '../../../texts/use-text.ts'

/** Begins to choose records where their boxes are not always shown. */
export function ChooseButton({ onChoose }: { readonly onChoose: (() => void) | undefined }) {
  const text = useText()
  if (onChoose === undefined) return null
  return (
    <Button icon={<Icon name="check" />} onClick={onChoose}>
      {text('bulkChoose')}
    </Button>
  )
}
