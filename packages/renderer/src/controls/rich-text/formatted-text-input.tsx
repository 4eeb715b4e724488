import { Skeleton } from 'antd'
import { lazy, Suspense } from 'react'
import type { Insert } from './insert-menu.tsx'

export interface FormattedTextInputProps {
  readonly id: string
  readonly label: string
  readonly value: string
  readonly inserts: readonly Insert[]
  /** Clean HTML; "" is empty. */
  readonly onChange: (html: string) => void
  readonly onBlur?: () => void
}

const noTitles = {}
const Editor = lazy(async () => ({ default: (await import('./rich-text-editor.tsx')).RichTextEditor }))

/** Formatted text outside a record, with a menu of what can be put into it. */
export function FormattedTextInput({ label, value, onChange, ...rest }: FormattedTextInputProps) {
  return (
    <Suspense fallback={<Skeleton active title={false} paragraph={{ rows: 3 }} />}>
      <Editor
        {...rest}
        label={label}
        titles={noTitles}
        field={{ type: 'richText', key: 'text', label: {} }}
        value={value === '' ? null : value}
        onChange={(next) => onChange(typeof next === 'string' ? next : '')}
      />
    </Suspense>
  )
}
