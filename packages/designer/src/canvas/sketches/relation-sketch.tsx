import { localize } from '@pipewright/metadata'
import type { RelationField, RelationsField } from '@pipewright/schemas'
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
