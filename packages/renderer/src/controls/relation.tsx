import type { RelationField } from '@pipewright/schemas'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { asText } from './control-attributes.ts'
import type { FieldControl, ValueProps } from './field-control.ts'
import { RecordLink } from './relation/record-link.tsx'
import { RelationControl } from './relation/relation-control.tsx'

function RelationValue({ field, value, titles }: ValueProps<RelationField>) {
  const renderer = useRenderer()
  const t = useTexts()
  const id = asText(value)
  const title = titles[id] ?? renderer.titles.find(id)
  if (title === undefined) return <span className="pw-quiet">{t('value.unknown')}</span>
  return <RecordLink form={field.form} id={id} title={title} />
}

export const relation: FieldControl<RelationField> = {
  Control: RelationControl,
  ReadOnly: RelationValue,
  Cell: RelationValue,
  align: 'start',
  width: 180,
}
