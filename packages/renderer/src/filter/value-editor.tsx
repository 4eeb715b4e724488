import type { ChoiceField, MultiChoiceField } from '@pipewright/schemas'
import { Select } from 'antd'
import { asTexts } from '../controls/control-attributes.ts'
import { controlOf, controls } from '../controls/index.ts'
import { useTexts } from '../texts/use-texts.ts'
import { AnyRelationEditor } from './any-relation-editor.tsx'
import { CircleEditor } from './circle-editor.tsx'
import { editorField } from './editor-field.ts'
import { PeopleEditor } from './people-editor.tsx'
import type { ValueEditorProps } from './value-editor-props.ts'
import { WindowEditor } from './window-editor.tsx'

/** A choice as it is asked for when any of several options will do. */
function asMany(field: ChoiceField | MultiChoiceField): MultiChoiceField {
  const { display: _, ...plain } = field
  return { ...plain, type: 'multiChoice' }
}

function ManyEditor({ id, label, field, value, onChange }: ValueEditorProps) {
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

/** Asks for what a comparison needs: one value, two, several, or how long a window is. */
export function ValueEditor(props: ValueEditorProps) {
  const { id, label, operand, value, onChange } = props
  const t = useTexts()
  const field = editorField(props.field)
  const { Control } = controlOf(field)
  if (operand === 'none') return null
  if (operand === 'window') return <WindowEditor {...props} />
  if (operand === 'circle') return <CircleEditor {...props} />
  if (field.type === 'anyRelation') return <AnyRelationEditor {...props} field={field} />
  if (field.type === 'member' || field.type === 'members') return <PeopleEditor {...props} of="members" />
  if (field.type === 'department' || field.type === 'departments')
    return <PeopleEditor {...props} of="departments" />
  if (operand === 'many') return <ManyEditor {...props} field={field} />
  if (operand === 'one')
    return (
      <Control id={id} label={label} titles={{}} field={field} value={value} compact onChange={onChange} />
    )
  const [from = null, to = null] = Array.isArray(value) ? value : []
  return (
    <span className="pw-filter-pair">
      <Control
        id={id}
        label={`${label}: ${t('filter.from')}`}
        titles={{}}
        field={field}
        value={from}
        onChange={(next) => onChange([next, to])}
      />
      <span aria-hidden="true">–</span>
      <Control
        id={`${id}-to`}
        label={`${label}: ${t('filter.to')}`}
        titles={{}}
        field={field}
        value={to}
        onChange={(next) => onChange([from, next])}
      />
    </span>
  )
}
