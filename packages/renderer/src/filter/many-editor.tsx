import type { ChoiceField, MultiChoiceField } from '@pipewright/schemas'
import { Select } from 'antd'
import { asTexts } from '../controls/control-attributes.ts'
import { controls } from '../controls/index.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ValueEditorProps } from './value-editor-props.ts'

/** A choice as it is asked for when any of several options will do. */
function asMany(field: ChoiceField | MultiChoiceField): MultiChoiceField {
  const { display: _, ...plain } = field
  return { ...plain, type: 'multiChoice' }
}

/** Asks for several values of a field. */
export function ManyEditor({ id, label, field, value, onChange }: ValueEditorProps) {
  const t = useTexts()
  const { Control } = controls.multiChoice
  if (field.type === 'relation' || field.type === 'relations')
    return (
      <controls.relations.Control
        id={id}
        label={label}
        field={{ type: 'relations', key: field.key, label: field.label, form: field.form }}
        titles={{}}
        value={value}
        onChange={onChange}
      />
    )
  if (field.type === 'choice' || field.type === 'multiChoice')
    return (
      <Control
        id={id}
        label={label}
        field={asMany(field)}
        compact
        titles={{}}
        value={value}
        onChange={onChange}
      />
    )
  return (
    <Select
      id={id}
      aria-label={label}
      className="pw-fill"
      mode="tags"
      open={false}
      placeholder={t('filter.value', { position: '' })}
      tokenSeparators={[',', '，', '、', '\n']}
      value={asTexts(value)}
      onChange={(texts: string[]) => onChange(texts)}
    />
  )
}
