import type { MemberField } from '@pipewright/schemas'
import { Select } from 'antd'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import { asText, controlAttributes } from './control-attributes.ts'
import type { ControlProps, FieldControl } from './field-control.ts'
import { fieldViews } from './field-views.tsx'
import { MemberName } from './member-name.tsx'

function MemberControl(props: ControlProps<MemberField>) {
  const { people, titles } = useRenderer()
  const t = useTexts()
  const id = asText(props.value)
  const offered = people.filter((person) => person.active || person.id === id)
  const options = offered.map((person) => ({ value: person.id, label: person.name }))
  return (
    <Select
      {...controlAttributes(props)}
      className="pw-fill"
      allowClear={!props.required}
      placeholder={t('control.chooseMember')}
      showSearch={{ optionFilterProp: 'label' }}
      notFoundContent={t('control.nothingFound')}
      options={options}
      optionRender={({ data }) => <MemberName id={data.value} name={data.label} />}
      labelRender={({ value }) => (
        <MemberName
          id={String(value)}
          name={props.titles[String(value)] ?? titles.find(String(value)) ?? t('value.unknown')}
        />
      )}
      value={id || null}
      onChange={(picked: string | null | undefined) => props.onChange(picked ?? null)}
    />
  )
}

export const member: FieldControl<MemberField> = {
  Control: MemberControl,
  ...fieldViews.member,
}
