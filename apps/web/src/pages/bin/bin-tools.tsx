import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { Input, Select } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { whens, type BinAddress } from './bin-filter.ts'

const whenTexts = {
  day: 'binWhenDay',
  week: 'binWhenWeek',
  month: 'binWhenMonth',
  older: 'binWhenOlder',
} as const

interface BinToolsProps {
  readonly address: BinAddress
  readonly onChange: (change: Partial<BinAddress>) => void
}

/** Narrows the recycle bin: by words, form, who and when. */
export function BinTools({ address, onChange }: BinToolsProps) {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const forms = app.definition.forms
    .filter(({ key }) => app.rights[key]?.delete === true)
    .map(({ key, labelPlural }) => ({ value: key, label: localize(labelPlural, locale) }))
  const people = app.people.map(({ id, name }) => ({ value: id, label: name }))
  const times = whens.map((when) => ({ value: when, label: text(whenTexts[when]) }))
  return (
    <div className="bin-tools" role="search">
      <Input.Search
        key={address.search}
        defaultValue={address.search}
        aria-label={text('search')}
        placeholder={text('search')}
        onSearch={(search) => onChange({ search })}
      />
      <Select
        allowClear
        aria-label={text('binForm')}
        placeholder={text('binForm')}
        value={address.form}
        options={forms}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(form: string | undefined) => onChange({ form: form ?? null })}
      />
      <Select
        allowClear
        aria-label={text('binWho')}
        placeholder={text('binWho')}
        value={address.member}
        options={people}
        showSearch={{ optionFilterProp: 'label' }}
        onChange={(member: string | undefined) => onChange({ member: member ?? null })}
      />
      <Select
        allowClear
        aria-label={text('binWhen')}
        placeholder={text('binWhen')}
        value={address.when}
        options={times}
        onChange={(when: BinAddress['when'] | undefined) => onChange({ when: when ?? null })}
      />
    </div>
  )
}
