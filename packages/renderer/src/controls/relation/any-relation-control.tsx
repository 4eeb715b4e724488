import { refValue } from '@pipewright/compiler'
import { localize, targetPartsOf } from '@pipewright/metadata'
import type { AnyRelationField } from '@pipewright/schemas'
import { Select } from 'antd'
import { useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { ControlProps } from '../field-control.ts'
import { partOf } from '../part-of.ts'
import { RelationControl } from './relation-control.tsx'

/** Picks the form and then a record of it, as a relation to one form does. */
export function AnyRelationControl({ field, value, onChange, ...props }: ControlProps<AnyRelationField>) {
  const { index, locale, rights } = useRenderer()
  const t = useTexts()
  const [chosen, setChosen] = useState<string>()
  const named = partOf(value, 'form')
  const parts = targetPartsOf(field).filter(({ form }) => rights[form]?.read === true || form === named)
  const part =
    parts.find(({ form }) => form === named) ?? parts.find(({ form }) => form === chosen) ?? parts[0]
  if (part === undefined) return null
  const nameOf = (form: string) => localize(index.form(form)?.label, locale) || form
  return (
    <span className="pw-any-relation">
      {parts.length > 1 && (
        <Select
          aria-label={t('control.chooseForm', { field: props.label })}
          className="pw-any-relation-form"
          disabled={props.disabled === true}
          popupMatchSelectWidth={false}
          options={parts.map(({ form }) => ({ value: form, label: nameOf(form) }))}
          value={part.form}
          onChange={(form: string) => {
            setChosen(form)
            if (named !== '') onChange(null)
          }}
        />
      )}
      <RelationControl
        key={part.form}
        {...props}
        field={part}
        value={partOf(value, 'id') || null}
        onChange={(id) => onChange(typeof id === 'string' ? refValue({ form: part.form, id }) : null)}
      />
    </span>
  )
}
