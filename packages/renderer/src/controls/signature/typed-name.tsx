import { Input } from 'antd'
import { useTexts } from '../../texts/use-texts.ts'

/** Signing by keyboard. */
export function TypedName({
  name,
  onName,
}: {
  readonly name: string
  readonly onName: (name: string) => void
}) {
  const t = useTexts()
  return (
    <Input
      autoFocus
      maxLength={60}
      aria-label={t('control.signName')}
      placeholder={t('control.signName')}
      value={name}
      onChange={(event) => onName(event.target.value)}
    />
  )
}
