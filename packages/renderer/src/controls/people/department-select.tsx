import type { Field } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { ControlProps } from '../field-control.ts'
import { departmentPath } from './place.ts'
import { PeopleSelect } from './people-select.tsx'

/** Departments with the way to them, so that two of one name are told apart. */
export function DepartmentSelect({
  control,
  many,
}: {
  readonly control: ControlProps<Field>
  readonly many: boolean
}) {
  const { departments, titles } = useRenderer()
  const t = useTexts()
  const options = departments
    .map(({ id }) => ({ value: id, label: departmentPath(departments, id) }))
    .toSorted((a, b) => a.label.localeCompare(b.label))
  return (
    <PeopleSelect
      control={control}
      many={many}
      options={options}
      placeholder={many ? 'control.chooseDepartments' : 'control.chooseDepartment'}
      draw={(_, name) => name}
      nameOf={(id) => control.titles[id] ?? titles.find(id) ?? t('value.unknown')}
    />
  )
}
