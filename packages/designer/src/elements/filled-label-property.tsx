import type { Form, LocalizedText } from '@pipewright/schemas'
import { Select } from 'antd'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { useInserts } from './use-inserts.ts'

export interface FilledLabelProps {
  readonly form: Form
  readonly label: string
  readonly help?: string
  /** Of a longer text: how many to show at least. */
  readonly lines?: number
  readonly value: LocalizedText | undefined
  readonly onCommit: (value: LocalizedText) => void
}

/** A text in both languages, with values of fields in it if wanted. */
export function FilledLabelProperty({ form, label, help, lines, value, onCommit }: FilledLabelProps) {
  const t = useTexts()
  const inserts = useInserts(form)
  const append = (text: string) =>
    onCommit({
      ...(value?.en === undefined ? {} : { en: `${value.en} ${text}` }),
      ...(value?.zh === undefined ? {} : { zh: `${value.zh}${text}` }),
      ...(value === undefined || Object.keys(value).length === 0 ? { en: text, zh: text } : {}),
    })
  return (
    <>
      <Property label={label} help={help} group>
        {() => (
          <LocalizedInput
            label={label}
            value={value}
            onCommit={onCommit}
            {...(lines === undefined ? {} : { lines })}
          />
        )}
      </Property>
      <Property label={t('elements.insert')} help={t('elements.insertHelp')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={null}
            placeholder={t('elements.insertPick')}
            showSearch={{ optionFilterProp: 'label' }}
            options={inserts.map(({ text, label: name }) => ({ value: text, label: name }))}
            onChange={(text: string | null) => text !== null && append(text)}
          />
        )}
      </Property>
    </>
  )
}
