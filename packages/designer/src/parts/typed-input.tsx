import { Input } from 'antd'
import type { InputProps } from 'antd'
import { useTyped } from '../draft/use-typed.ts'

export interface TypedInputProps extends Pick<
  InputProps,
  'id' | 'placeholder' | 'prefix' | 'suffix' | 'size' | 'maxLength' | 'variant' | 'status'
> {
  readonly value: string
  readonly label?: string
  readonly onCommit: (value: string) => void
  readonly lines?: number
}

/** A text that is handed on after a pause or when left; Enter hands it on, unless it confirms a composition. */
export function TypedInput({ value, label, onCommit, lines, ...rest }: TypedInputProps) {
  const typed = useTyped(value, onCommit)
  const common = {
    'aria-label': label,
    value: typed.value,
    onChange: (event: { target: { value: string } }) => typed.type(event.target.value),
    onBlur: typed.commit,
  }
  if (lines !== undefined) {
    const { id, placeholder, maxLength } = rest
    return (
      <Input.TextArea
        {...common}
        {...(id === undefined ? {} : { id })}
        {...(placeholder === undefined ? {} : { placeholder })}
        {...(maxLength === undefined ? {} : { maxLength })}
        autoSize={{ minRows: lines, maxRows: lines + 4 }}
      />
    )
  }
  return (
    <Input
      {...rest}
      {...common}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing) typed.commit()
      }}
    />
  )
}
