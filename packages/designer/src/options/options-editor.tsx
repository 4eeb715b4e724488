import type { Option } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { addOption } from './option-edits.ts'
import { OptionRow } from './option-row.tsx'

export interface OptionsEditorProps {
  readonly options: readonly Option[]
  readonly stages: boolean
  readonly onOptions: (options: Option[]) => void
}

/** The options in order; a new one is typed below, each line of a pasted list becomes one. */
export function OptionsEditor({ options, stages, onOptions }: OptionsEditorProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const [text, setText] = useState('')
  const add = (lines: readonly string[]) => {
    const names = lines.map((line) => line.trim()).filter((line) => line !== '')
    if (names.length === 0) return
    onOptions(names.reduce<Option[]>((list, name) => addOption(list, { [locale]: name }), [...options]))
    setText('')
  }
  return (
    <div className="pwd-options">
      <ul>
        {options.map((option) => (
          <OptionRow
            key={option.key}
            option={option}
            options={options}
            stages={stages}
            onOptions={onOptions}
          />
        ))}
      </ul>
      <Space.Compact block>
        <Input
          value={text}
          aria-label={t('options.new')}
          placeholder={t('options.new')}
          onChange={(event) => setText(event.target.value)}
          onPaste={(event) => {
            const lines = event.clipboardData.getData('text').split(/\r?\n/)
            if (lines.length < 2) return
            event.preventDefault()
            add(lines)
          }}
          onPressEnter={(event) => {
            if (!event.nativeEvent.isComposing) add([text])
          }}
        />
        <Button
          icon={<Icon name="plus" />}
          aria-label={t('options.add')}
          disabled={text.trim() === ''}
          onClick={() => add([text])}
        />
      </Space.Compact>
    </div>
  )
}
