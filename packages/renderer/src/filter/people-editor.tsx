import { Select } from 'antd'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { asList, groupsOf, peopleChoices, pickedNames, valueOf } from './people-choices.ts'
import type { ValueEditorProps } from './value-editor-props.ts'

/** Members or departments, or those that follow from who reads: me, my team, my department. */
export function PeopleEditor({
  id,
  label,
  operand,
  value,
  onChange,
  of,
}: ValueEditorProps & { readonly of: 'members' | 'departments' }) {
  const renderer = useRenderer()
  const t = useTexts()
  const many = operand === 'many'
  const options = peopleChoices(of, renderer, many, t)
  const picked = pickedNames(value)
  const listed = new Set(options.map((option) => option.value))
  const left = picked.filter((name) => !listed.has(name))
  return (
    <Select
      id={id}
      aria-label={label}
      className="pw-fill"
      placeholder={t(of === 'members' ? 'control.chooseMember' : 'control.chooseDepartment')}
      showSearch={{ optionFilterProp: 'label' }}
      options={[
        ...options,
        ...left.map((name) => ({ value: name, label: renderer.titles.find(name) ?? t('value.unknown') })),
      ]}
      value={many ? picked : (picked[0] ?? null)}
      {...(many ? { mode: 'multiple' as const } : {})}
      onChange={(next: string | string[] | null) =>
        onChange(next === null ? null : Array.isArray(next) ? asList(next, groupsOf(of)) : valueOf(next))
      }
    />
  )
}
