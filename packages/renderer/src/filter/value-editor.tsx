import { controlOf } from '../controls/index.ts'
import { useTexts } from '../texts/use-texts.ts'
import { AnyRelationEditor } from './any-relation-editor.tsx'
import { CircleEditor } from './circle-editor.tsx'
import { editorField } from './editor-field.ts'
import { ManyEditor } from './many-editor.tsx'
import { PeopleEditor } from './people-editor.tsx'
import type { ValueEditorProps } from './value-editor-props.ts'
import { WindowEditor } from './window-editor.tsx'

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
