import type { Field } from '@pipewright/schemas'
import { useFormat } from '../formats/use-format.ts'
import type { ValueProps } from './field-control.ts'

/** A value as its formatted text. */
export function PlainValue({ field, value, titles }: ValueProps<Field>) {
  const format = useFormat(titles)
  return <>{format(field, value)}</>
}

/** The same in one line that is cut off, with the whole text as tooltip. */
export function PlainCell({ field, value, titles }: ValueProps<Field>) {
  const text = useFormat(titles)(field, value)
  return (
    <span className="pw-cell-text" title={text}>
      {text}
    </span>
  )
}

/** The number of a document, which stays on one line. */
export function DocumentNumber(props: ValueProps<Field>) {
  return (
    <span className="pw-numeric pw-whole">
      <PlainValue {...props} />
    </span>
  )
}

/** Digits of the same width, so that amounts stand below each other. */
export function NumericCell(props: ValueProps<Field>) {
  return (
    <span className="pw-numeric">
      <PlainValue {...props} />
    </span>
  )
}
