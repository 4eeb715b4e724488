import type { UnclearName } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { departmentPath, useFormat } from '@pipewright/renderer'
import type { Field } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Select } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

const day: Field = { type: 'date', key: 'created', label: { en: 'Created' } }

type Found = UnclearName['records'][number]

/** What tells a record from others of the same name: a few of its fields, and since when it is there. */
function useFacts(name: UnclearName) {
  const app = useWorkspace()
  const text = useText()
  const titles: Record<string, string> = Object.assign({}, ...name.records.map(({ record }) => record.titles))
  const format = useFormat(titles)
  return ({ form, record }: Found): string => {
    const fields = app.definition.forms.find(({ key }) => key === form)?.fields ?? []
    const facts = Object.entries(record.values).map(([key, value]) => {
      const field = fields.find((one) => one.key === key)
      return field === undefined || value === null ? '' : format(field, value)
    })
    const made = text('importMadeSince', { day: format(day, record.created_at.slice(0, 10)) })
    return [...facts, made].filter((fact) => fact !== '').join(' · ')
  }
}

/** Where somebody belongs, and her address where one may know it, tell her from others of her name. */
function usePersonOptions(name: UnclearName) {
  const { departments } = useWorkspace()
  return name.people.map(({ id, name: called, email, department }) => {
    const place = department === null ? '' : departmentPath(departments, department)
    const facts = [email ?? '', place].filter((fact) => fact !== '').join(' · ')
    return { value: `_person:${id}`, label: facts === '' ? called : `${called} – ${facts}` }
  })
}

export interface NameChoiceProps {
  readonly name: UnclearName
  /** `account:0193…`, `_person:0193…` for a member or department, or `+account` for a new one. */
  readonly value: string | undefined
  readonly onChange: (value: string | undefined) => void
}

/** What a name means: one of those it fits, a new record, or none, which keeps its rows out. */
export function NameChoice({ name, value, onChange }: NameChoiceProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const factsOf = useFacts(name)
  const people = usePersonOptions(name)
  const labelOf = (form: string) =>
    localize(app.definition.forms.find(({ key }) => key === form)?.label, locale) || form
  const groups = [...Map.groupBy(name.records, ({ form }) => form)].map(([form, records]) => ({
    key: form,
    label: labelOf(form),
    options: records.map((found) => ({
      value: `${form}:${found.record.id}`,
      label: `${found.record.title} – ${factsOf(found)}`,
    })),
  }))
  const makeable =
    name.records.length + name.people.length > 0
      ? []
      : name.forms.filter((form) => app.rights[form]?.create === true)
  const fresh = makeable.map((form) => ({
    value: `+${form}`,
    label: text('importNew', { form: labelOf(form), name: name.title }),
  }))
  return (
    <Select
      aria-label={text('importMeantOf', { name: name.text })}
      className="import-meant"
      popupMatchSelectWidth={360}
      allowClear
      placeholder={text('importLeaveOut')}
      showSearch={{ optionFilterProp: 'label' }}
      value={value ?? null}
      options={[
        ...groups,
        ...people,
        ...(fresh.length === 0 ? [] : [{ key: '+', label: text('importNewGroup'), options: fresh }]),
      ]}
      onChange={(chosen: string | null | undefined) => onChange(chosen ?? undefined)}
    />
  )
}
