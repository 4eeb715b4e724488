import type { ButtonAction, Form } from '@pipewright/schemas'
import { Select } from 'antd'
import { useState } from 'react'
import { Property } from '../../parts/property.tsx'
import { TypedInput } from '../../parts/typed-input.tsx'
import { useTexts } from '../../texts/use-texts.ts'
import { useInserts } from '../use-inserts.ts'

type Action = Extract<ButtonAction, { type: 'open' }>

const fits = /^(https?:\/\/|mailto:|tel:)[^\s]+$/

/** Where a button leads, with values of fields in the address. */
export function LinkAction(props: {
  readonly form: Form
  readonly action: Action
  readonly onChange: (action: Action) => void
}) {
  const { form, action, onChange } = props
  const t = useTexts()
  const inserts = useInserts(form)
  const [wrong, setWrong] = useState(false)
  const commit = (text: string) => {
    const url = text.trim()
    const isFit = fits.test(url)
    setWrong(!isFit)
    if (isFit) onChange({ ...action, url })
  }
  return (
    <>
      <Property label={t('elements.link')} help={t(wrong ? 'elements.linkWrong' : 'elements.linkHelp')}>
        {(id) => (
          <TypedInput
            id={id}
            value={action.url}
            maxLength={2000}
            {...(wrong ? { status: 'error' as const } : {})}
            onCommit={commit}
          />
        )}
      </Property>
      <Select
        className="pwd-full"
        aria-label={t('elements.insert')}
        value={null}
        placeholder={t('elements.insert')}
        showSearch={{ optionFilterProp: 'label' }}
        options={inserts.map(({ text, label }) => ({ value: text, label }))}
        onChange={(text: string | null) => text !== null && commit(action.url + text)}
      />
    </>
  )
}
