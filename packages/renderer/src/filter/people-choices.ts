import type { JsonValue } from '@pipewright/contract'
import { departmentPath } from '../controls/people/place.ts'
import type { RendererEnvironment } from '../environment/renderer-environment.ts'
import type { TextKey, Translate } from '../texts/use-texts.ts'

type People = 'members' | 'departments'

/** The reader, or a group that follows from who reads: kept as a name of the language. */
interface Relative {
  readonly name: `$${string}`
  readonly text: TextKey
  /** Stands for a list of its own, so nothing stands beside it. */
  readonly group?: true
}

const relatives: Readonly<Record<People, readonly Relative[]>> = {
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

export const valueOf = (name: string): JsonValue => (name.startsWith('$') ? { var: name } : name)

export function pickedNames(value: JsonValue): string[] {
  return (Array.isArray(value) ? value : [value]).map(nameOf).filter((name) => name !== null)
}

export const groupsOf = (of: People): ReadonlySet<string> =>
  new Set(relatives[of].flatMap(({ name, group }) => (group ? [name] : [])))

/** Picking a group takes the place of everything else, and the reverse. */
export function asList(names: readonly string[], groups: ReadonlySet<string>): JsonValue {
  const last = names.at(-1)
  if (last !== undefined && groups.has(last)) return { var: last }
  return names.filter((name) => !groups.has(name)).map(valueOf)
}

/** Members or departments by name, those that follow from who reads first. */
export function peopleChoices(
  of: People,
  { people, departments }: Pick<RendererEnvironment, 'people' | 'departments'>,
  many: boolean,
  t: Translate,
): { value: string; label: string }[] {
  const known =
    of === 'members'
      ? people.map((person) => ({ value: person.id, label: person.name }))
      : departments
          .map((each) => ({ value: each.id, label: departmentPath(departments, each.id) }))
          .toSorted((a, b) => a.label.localeCompare(b.label))
  return [
    ...relatives[of]
      .filter(({ group }) => many || group !== true)
      .map(({ name, text }) => ({ value: name as string, label: t(text) })),
    ...known,
  ]
}
