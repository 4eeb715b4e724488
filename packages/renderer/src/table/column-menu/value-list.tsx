import { Checkbox, Input } from 'antd'
import { useState } from 'react'
import { Icon } from '@pipewright/ui'
import { asTexts } from '../../controls/control-attributes.ts'
import { useOptions } from '../../controls/options/option-list.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { asList, groupsOf, peopleChoices, pickedNames } from '../../filter/people-choices.ts'
import type { ValueEditorProps } from '../../filter/value-editor-props.ts'
import { useTexts } from '../../texts/use-texts.ts'

interface Listed {
  readonly value: string
  readonly label: string
}

/** Below that many values nobody looks for one. */
const few = 7

interface ListProps {
  readonly label: string
  readonly values: readonly Listed[]
  readonly picked: readonly string[]
  readonly onPick: (picked: string[]) => void
}

function CheckList({ label, values, picked, onPick }: ListProps) {
  const t = useTexts()
  const [sought, setSought] = useState('')
  const words = sought.trim().toLowerCase()
  const shown = values.filter((each) => each.label.toLowerCase().includes(words))
  return (
    <div className="pw-value-list">
      {values.length > few && (
        <Input
          prefix={<Icon name="search" />}
          aria-label={t('table.searchValues')}
          placeholder={t('table.searchValues')}
          value={sought}
          onChange={(event) => setSought(event.target.value)}
          onPressEnter={(event) => {
            // Enter takes what was found; it does not end the search.
            const [first, more] = shown
            if (words === '' || first === undefined || more !== undefined) return
            event.preventDefault()
            onPick([...picked.filter((each) => each !== first.value), first.value])
            setSought('')
          }}
        />
      )}
      <fieldset aria-label={label}>
        {shown.map(({ value, label: name }) => (
          <Checkbox
            key={value}
            checked={picked.includes(value)}
            onChange={(event) =>
              onPick(event.target.checked ? [...picked, value] : picked.filter((each) => each !== value))
            }
          >
            {name}
          </Checkbox>
        ))}
        {shown.length === 0 && <p className="pw-quiet">{t('table.noValues')}</p>}
      </fieldset>
    </div>
  )
}

function OptionList({ label, field, value, onChange }: ValueEditorProps) {
  const options = useOptions(field)
  return <CheckList label={label} values={options} picked={asTexts(value)} onPick={onChange} />
}

function PeopleList({ label, value, onChange, of }: ValueEditorProps & { of: 'members' | 'departments' }) {
  const renderer = useRenderer()
  const t = useTexts()
  return (
    <CheckList
      label={label}
      values={peopleChoices(of, renderer, true, t)}
      picked={pickedNames(value)}
      onPick={(names) => onChange(asList(names, groupsOf(of)))}
    />
  )
}

/** The values of a field to tick: options, members or departments. */
export function ValueList(props: ValueEditorProps) {
  const { type } = props.field
  if (type === 'member' || type === 'members') return <PeopleList {...props} of="members" />
  if (type === 'department' || type === 'departments') return <PeopleList {...props} of="departments" />
  return <OptionList {...props} />
}
