import { localize } from '@pipewright/metadata'
import type { AnyRelationField, RelationField, RelationsField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { InputSketch } from './input-sketch.tsx'
import type { SketchProps } from './sketch.ts'

export function RelationSketch({ field, index, locale }: SketchProps<RelationField | RelationsField>) {
  const target = index.form(field.form)
  return (
    <InputSketch
      placeholder={localize(field.type === 'relation' ? target?.label : target?.labelPlural, locale)}
      prefix={<Icon name={target?.icon ?? 'relation'} className="pwd-quiet" />}
      icon="search"
    />
  )
}

export function AnyRelationSketch({ field, index, locale }: SketchProps<AnyRelationField>) {
  const names = field.targets.map(({ form }) => localize(index.form(form)?.label, locale) || form)
  return (
    <InputSketch
      placeholder={names.join(' / ')}
      prefix={<Icon name="relation" className="pwd-quiet" />}
      icon="search"
    />
  )
}
