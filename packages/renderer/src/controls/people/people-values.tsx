import type { Field } from '@pipewright/schemas'
import { OptionTag } from '@pipewright/ui'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asText, asTexts } from '../control-attributes.ts'
import type { ValueProps } from '../field-control.ts'
import { MemberName } from '../member-name.tsx'

function useNames({ value, titles }: ValueProps<Field>) {
  const renderer = useRenderer()
  const t = useTexts()
  const ids = Array.isArray(value) ? asTexts(value) : [asText(value)].filter((id) => id !== '')
  return ids.map((id) => ({ id, name: titles[id] ?? renderer.titles.find(id) ?? t('value.unknown') }))
}

/** People side by side. */
export function MembersValue(props: ValueProps<Field>) {
  return (
    <span className="pw-tags">
      {useNames(props).map(({ id, name }) => (
        <MemberName key={id} id={id} name={name} />
      ))}
    </span>
  )
}

/** Names of departments; one is plain text. */
export function DepartmentsValue(props: ValueProps<Field>) {
  const names = useNames(props)
  if (!Array.isArray(props.value)) return <span className="pw-cell-text">{names[0]?.name}</span>
  return (
    <span className="pw-tags">
      {names.map(({ id, name }) => (
        <OptionTag key={id} label={name} />
      ))}
    </span>
  )
}

export function TagsValue({ value }: ValueProps<Field>) {
  return (
    <span className="pw-tags">
      {asTexts(value).map((tag) => (
        <OptionTag key={tag} label={tag} />
      ))}
    </span>
  )
}
