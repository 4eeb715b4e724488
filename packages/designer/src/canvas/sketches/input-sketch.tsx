import { Icon } from '@pipewright/ui'
import { Input } from 'antd'
import type { ReactNode } from 'react'

export interface InputSketchProps {
  readonly value?: string
  readonly placeholder?: string
  readonly prefix?: ReactNode
  readonly suffix?: ReactNode
  readonly icon?: string
}

/** One line to type into. */
export function InputSketch({ value, placeholder, prefix, suffix, icon }: InputSketchProps) {
  return (
    <Input
      readOnly
      tabIndex={-1}
      value={value ?? ''}
      placeholder={placeholder ?? ''}
      prefix={prefix}
      suffix={icon === undefined ? suffix : <Icon name={icon} className="pwd-quiet" />}
    />
  )
}
