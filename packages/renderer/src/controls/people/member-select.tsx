import type { Field } from '@pipewright/schemas'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asText, asTexts } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { MemberName } from '../member-name.tsx'
import { useOfferedMembers } from './use-offered-members.ts'
import { PeopleSelect } from './people-select.tsx'

/** Active members, and whom the record already names. */
export function MemberSelect({
  control,
  many,
}: {
  readonly control: ControlProps<Field>
  readonly many: boolean
}) {
  const { people, titles } = useRenderer()
  const t = useTexts()
  const isOffered = useOfferedMembers(control)
  const held = new Set([asText(control.value), ...asTexts(control.value)])
  const options = people
    .filter((person) => held.has(person.id) || (person.active && isOffered(person)))
    .map((person) => ({ value: person.id, label: person.name }))
  return (
    <PeopleSelect
      control={control}
      many={many}
      options={options}
      placeholder={many ? 'control.chooseMembers' : 'control.chooseMember'}
      draw={(id, name) => <MemberName id={id} name={name} />}
      nameOf={(id) => control.titles[id] ?? titles.find(id) ?? t('value.unknown')}
    />
  )
}
