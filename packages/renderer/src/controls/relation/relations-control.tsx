import type { RelationsField } from '@pipewright/schemas'
import { Select } from 'antd'
import { asTexts } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { usePicking } from './use-picking.tsx'

/** Picks any number of records of another form, in the order in which they are chosen. */
export function RelationsControl(props: ControlProps<RelationsField>) {
  const ids = asTexts(props.value)
  const { select, learn, setTyped, dialog } = usePicking(props, ids, (picked) =>
    props.onChange(picked.length === 0 ? null : [...picked]),
  )
  return (
    <>
      <Select
        {...select}
        mode="multiple"
        allowClear
        maxCount={props.field.maxCount ?? 1000}
        showSearch={{ filterOption: false, onSearch: setTyped, autoClearSearchValue: true }}
        value={ids}
        onChange={(keys: string[]) => {
          for (const key of keys) if (!ids.includes(key)) learn(key)
          props.onChange(keys.length === 0 ? null : keys)
        }}
      />
      {dialog}
    </>
  )
}
