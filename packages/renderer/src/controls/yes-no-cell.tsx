import type { YesNoField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useTexts } from '../texts/use-texts.ts'
import type { ValueProps } from './field-control.ts'

export function YesNoCell(props: ValueProps<YesNoField>) {
  const t = useTexts()
  if (props.value !== true) return <span className="pw-quiet">{t('value.no')}</span>
  return (
    <span>
      <Icon name="check" /> {t('value.yes')}
    </span>
  )
}
