import type { RelationField } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asText } from '../control-attributes.ts'
import type { ValueProps } from '../field-control.ts'
import { RecordLink } from './record-link.tsx'

export function RelationValue({ field, value, titles }: ValueProps<RelationField>) {
  const renderer = useRenderer()
  const t = useTexts()
  const id = asText(value)
  const title = titles[id] ?? renderer.titles.find(id)
  if (title === undefined) return <span className="pw-quiet">{t('value.unknown')}</span>
  return <RecordLink form={field.form} id={id} title={title} />
}
