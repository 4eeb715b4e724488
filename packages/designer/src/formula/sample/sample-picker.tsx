import { useRenderer } from '@pipewright/renderer'
import { useQuery } from '@tanstack/react-query'
import { Select } from 'antd'
import { useDeferredValue, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import type { SampleChoice } from './use-sample.ts'

const examples = ''

/** Chooses the record that something is tried with, or example values. */
export function SamplePicker(props: {
  readonly form: string
  readonly label?: string
  readonly size?: 'small' | 'middle'
  readonly choice: SampleChoice
  /** What stands for no record. */
  readonly without: string
  readonly onChoose: (choice: SampleChoice) => void
}) {
  const { form, label, size = 'small', choice, without, onChoose } = props
  const t = useTexts()
  const { data } = useRenderer()
  const [open, setOpen] = useState(false)
  const [typed, setTyped] = useState('')
  const text = useDeferredValue(typed)
  const found = useQuery({
    queryKey: ['designer', 'sample', 'search', form, text],
    queryFn: () => data.searchRecords(form, { text, limit: 20 }),
    enabled: open,
    retry: false,
  })
  const records = found.data ?? (choice === null ? [] : [choice])
  return (
    <Select
      size={size}
      className="pwd-sample"
      aria-label={label ?? t('formula.sample')}
      value={choice?.id ?? examples}
      showSearch={{ filterOption: false, onSearch: setTyped }}
      loading={found.isFetching}
      onOpenChange={setOpen}
      options={[
        { value: examples, label: without },
        ...records.map(({ id, title }) => ({ value: id, label: title || t('formula.untitled') })),
        ...(choice === null || records.some(({ id }) => id === choice.id)
          ? []
          : [{ value: choice.id, label: choice.title || t('formula.untitled') }]),
      ]}
      onChange={(id: string) =>
        onChoose(id === examples ? null : (records.find((one) => one.id === id) ?? choice))
      }
    />
  )
}
