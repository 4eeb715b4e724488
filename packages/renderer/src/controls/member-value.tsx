import type { MemberField } from '@pipewright/schemas'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { asText } from './control-attributes.ts'
import type { ValueProps } from './field-control.ts'
import { MemberName } from './member-name.tsx'

export function MemberValue({ value, titles }: ValueProps<MemberField>) {
  const renderer = useRenderer()
  const t = useTexts()
  const id = asText(value)
  return <MemberName id={id} name={titles[id] ?? renderer.titles.find(id) ?? t('value.unknown')} />
}
