import type { Option } from '@pipewright/schemas'
import { Input, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { linesOf, optionsOfLines } from './option-lines.ts'

export interface OptionsAsTextProps {
  readonly options: readonly Option[]
  readonly onOptions: (options: Option[]) => void
  readonly onClose: () => void
}

/** All options as lines of text: paste a column from a spreadsheet, put them in order, take some away. */
export function OptionsAsText({ options, onOptions, onClose }: OptionsAsTextProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const [text, setText] = useState(() => linesOf(options, locale))
  const next = useMemo(() => optionsOfLines(options, text, locale), [options, text, locale])
  return (
    <Modal
      open
      title={t('options.asText')}
      okText={t('options.apply')}
      okButtonProps={{ disabled: next.options.length === 0 }}
      onOk={() => {
        onOptions(next.options)
        onClose()
      }}
      onCancel={onClose}
    >
      <p className="pwd-quiet">{t('options.asTextHelp')}</p>
      <Input.TextArea
        autoFocus
        rows={14}
        aria-label={t('options.asText')}
        value={text}
        onChange={(event) => setText(event.target.value)}
      />
      <p className="pwd-quiet" aria-live="polite">
        {t('options.asTextResult', {
          count: next.options.length,
          added: next.added,
          removed: next.removed,
        })}
      </p>
    </Modal>
  )
}
