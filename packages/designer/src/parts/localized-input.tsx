import type { LocalizedText } from '@pipewright/schemas'
import { useDesign } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { TypedInput } from './typed-input.tsx'

export interface LocalizedInputProps {
  readonly label: string
  readonly value: LocalizedText | undefined
  readonly onCommit: (value: LocalizedText) => void
  readonly lines?: number
  readonly size?: 'small'
}

const mark = { en: 'EN', zh: '中' } as const

/** One text in both languages, that of the interface first. */
export function LocalizedInput({ label, value, onCommit, lines, size }: LocalizedInputProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const order = locale === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  return (
    <div className="pwd-languages" role="group" aria-label={label}>
      {order.map((language) => (
        <div key={language} className="pwd-language">
          <span className="pwd-language-mark" aria-hidden="true">
            {mark[language]}
          </span>
          <TypedInput
            label={`${label} (${t(`language.${language}`)})`}
            value={value?.[language] ?? ''}
            {...(lines === undefined ? {} : { lines })}
            {...(size === undefined ? {} : { size })}
            onCommit={(text) => {
              const { [language]: _, ...other } = value ?? {}
              onCommit(text.trim() === '' ? other : { ...other, [language]: text.trim() })
            }}
          />
        </div>
      ))}
    </div>
  )
}
