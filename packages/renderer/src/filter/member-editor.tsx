import type { JsonValue } from '@pipewright/contract'
import { Select } from 'antd'
import { asTexts } from '../controls/control-attributes.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { ValueEditorProps } from './value-editor-props.ts'

const me = '$me'
const isMe = (value: JsonValue): boolean =>
  value !== null && typeof value === 'object' && !Array.isArray(value) && value['var'] === me

/** A member, or whoever reads. */
export function MemberEditor({ id, label, operand, value, onChange }: ValueEditorProps) {
  const { people } = useRenderer()
  const t = useTexts()
  const many = operand === 'many'
  const options = [
    ...(many ? [] : [{ value: me, label: t('filter.me') }]),
    ...people.map((person) => ({ value: person.id, label: person.name })),
  ]
  const given = many ? asTexts(value) : isMe(value) ? me : typeof value === 'string' ? value : null
  return (
    <Select
      id={id}
      aria-label={label}
      className="pw-fill"
      placeholder={t('control.chooseMember')}
      showSearch={{ optionFilterProp: 'label' }}
      options={options}
      value={given}
      {...(many ? { mode: 'multiple' as const } : {})}
      onChange={(picked: string | string[] | null) => onChange(picked === me ? { var: me } : picked)}
    />
  )
}
