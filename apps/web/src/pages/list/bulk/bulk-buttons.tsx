import type { BulkAction } from '@pipewright/contract'
import { buttonsOf, isForMany, localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Button, Dropdown } from 'antd'
import { useText } from '../../../texts/use-text.ts'
import { useAsking } from '../use-asking.ts'

interface BulkButtonsProps {
  readonly form: Form
  readonly count: string
  readonly busy: boolean
  readonly act: (action: BulkAction) => void
}

/** The buttons of the form that can be pressed for many records; the server asks each record whether it may be. */
export function BulkButtons({ form, count, busy, act }: BulkButtonsProps) {
  const locale = useUiLocale()
  const text = useText()
  const ask = useAsking()
  const items = buttonsOf(form)
    .filter(isForMany)
    .map((button) => {
      const label = localize(button.label, locale)
      const go = () => act({ type: 'button', button: button.key })
      return {
        key: button.key,
        label,
        danger: button.look === 'danger',
        onClick: () => ask(button, text('pressForMany', { button: label, count }), go),
      }
    })
  if (items.length === 0) return null
  return (
    <Dropdown trigger={['click']} menu={{ items }} autoFocus>
      <Button loading={busy}>{text('buttons')}</Button>
    </Dropdown>
  )
}
