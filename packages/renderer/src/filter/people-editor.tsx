import type { JsonValue } from '@pipewright/contract'
import { Select } from 'antd'
import { departmentPath } from '../controls/people/place.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts, type TextKey } from '../texts/use-texts.ts'
import type { ValueEditorProps } from './value-editor-props.ts'

/** The reader, or a group that follows from who reads: kept as a name of the language. */
interface Relative {
  readonly name: `$${string}`
  readonly text: TextKey
  /** Stands for a list of its own, so nothing stands beside it. */
  readonly group?: true
}

const relatives: Readonly<Record<'members' | 'departments', readonly Relative[]>> = {
  members: [
    { name: '$me', text: 'filter.me' },
    { name: '$team', text: 'filter.myTeam', group: true },
  ],
  departments: [
    { name: '$department', text: 'filter.myDepartment' },
    { name: '$departments', text: 'filter.myDepartments', group: true },
  ],
}

function nameOf(value: JsonValue): string | null {
  if (typeof value === 'string') return value
  const name = value !== null && typeof value === 'object' && !Array.isArray(value) ? value['var'] : undefined
  return typeof name === 'string' ? name : null
}

const valueOf = (name: string): JsonValue => (name.startsWith('$') ? { var: name } : name)

function pickedNames(value: JsonValue): string[] {
  return (Array.isArray(value) ? value : [value]).map(nameOf).filter((name) => name !== null)
}

/** Picking a group takes the place of everything else, and the reverse. */
function asList(names: readonly string[], groups: ReadonlySet<string>): JsonValue {
  const last = names.at(-1)
  if (last !== undefined && groups.has(last)) return { var: last }
  return names.filter((name) => !groups.has(name)).map(valueOf)
}

/** Members or departments, or those that follow from who reads: me, my team, my department. */
export function PeopleEditor({
  id,
  label,
  operand,
  value,
  onChange,
  of,
}: ValueEditorProps & { readonly of: 'members' | 'departments' }) {
  const { people, departments, titles } = useRenderer()
  const t = useTexts()
  const many = operand === 'many'
  const groups = new Set<string>(relatives[of].flatMap(({ name, group }) => (group ? [name] : [])))
  const known =
    of === 'members'
      ? people.map((person) => ({ value: person.id, label: person.name }))
      : departments
          .map((each) => ({ value: each.id, label: departmentPath(departments, each.id) }))
          .toSorted((a, b) => a.label.localeCompare(b.label))
  const options: { value: string; label: string }[] = [
    ...relatives[of]
      .filter(({ group }) => many || group !== true)
      .map(({ name, text }) => ({ value: name, label: t(text) })),
    ...known,
  ]
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
        ...left.map((name) => ({ value: name, label: titles.find(name) ?? t('value.unknown') })),
      ]}
      value={many ? picked : (picked[0] ?? null)}
      {...(many ? { mode: 'multiple' as const } : {})}
      onChange={(next: string | string[] | null) =>
        onChange(next === null ? null : Array.isArray(next) ? asList(next, groups) : valueOf(next))
      }
    />
  )
}
