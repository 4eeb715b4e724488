import type { RelationField } from '@pipewright/schemas'
import { Select } from 'antd'
import { asText } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { usePicking } from './use-picking.tsx'

/** Picks a record of another form: searches while typing, shows titles, and makes a new record where that is allowed. */
export function RelationControl(props: ControlProps<RelationField>) {
  const id = asText(props.value)
  const { select, learn, setTyped, dialog } = usePicking(props, id === '' ? [] : [id], ([picked]) =>
    props.onChange(picked ?? null),
  )
  return (
    <>
      <Select
        {...select}
        allowClear={!props.required}
        showSearch={{ filterOption: false, onSearch: setTyped }}
        value={id || null}
        onChange={(key: string | null | undefined) => {
          if (key) learn(key)
          props.onChange(key ?? null)
        }}
      />
      {dialog}
    </>
  )
}
