import { Icon } from '@pipewright/ui'
import type { ReactNode } from 'react'

export interface InputSketchProps {
  readonly value?: string
  readonly placeholder?: string
  readonly prefix?: ReactNode
  readonly suffix?: ReactNode
  readonly icon?: string
}

/** One line to type into; only its look, since a form may have a thousand. */
export function InputSketch({ value, placeholder, prefix, suffix, icon }: InputSketchProps) {
  return (
    <div className="pwd-box">
      {prefix}
      <span className="pwd-cut">
        {value !== undefined && value !== '' ? value : <span className="pwd-quiet">{placeholder}</span>}
      </span>
      <span className="pwd-box-end">
        {icon === undefined ? suffix : <Icon name={icon} className="pwd-quiet" />}
      </span>
    </div>
  )
}
