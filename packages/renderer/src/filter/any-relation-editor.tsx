import { readRef, refValue } from '@pipewright/compiler'
import type { JsonValue } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { AnyRelationField } from '@pipewright/schemas'
import { Tag } from 'antd'
import { asText, asTexts } from '../controls/control-attributes.ts'
import { controls } from '../controls/index.ts'
import { partOf } from '../controls/part-of.ts'
import { useNames } from '../environment/use-names.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import type { ValueEditorProps } from './value-editor-props.ts'

interface AnyRelationEditorProps extends ValueEditorProps {
  readonly field: AnyRelationField
}

const valueOf = (text: string): JsonValue => {
  const ref = readRef(text)
  return ref === undefined ? null : refValue(ref)
}

/** A record of any of the forms, or several: each is added by picking it. */
export function AnyRelationEditor({ id, label, field, operand, value, onChange }: AnyRelationEditorProps) {
  const { index, locale } = useRenderer()
  const many = operand === 'many'
  const picked = many ? asTexts(value) : []
  const titleOf = useNames(
    picked.flatMap((text) => {
      const ref = readRef(text)
      return ref === undefined ? [] : [{ form: ref.form, ids: [ref.id] }]
    }),
  )
  const nameOf = (text: string) => {
    const ref = readRef(text)
    const form = localize(index.form(ref?.form ?? '')?.label, locale)
    return `${form}: ${titleOf(ref?.id ?? '')}`
  }
  const take = (next: JsonValue) => {
    const text = partOf(next, 'text')
    if (!many) onChange(text === '' ? null : text)
    else if (text !== '' && !picked.includes(text)) onChange([...picked, text])
  }
  return (
    <span className="pw-any-relation">
      {picked.map((text) => (
        <Tag key={text} closable onClose={() => onChange(picked.filter((other) => other !== text))}>
          {nameOf(text)}
        </Tag>
      ))}
      <controls.anyRelation.Control
        id={id}
        label={label}
        titles={{}}
        field={field}
        value={many ? null : valueOf(asText(value))}
        onChange={take}
      />
    </span>
  )
}
