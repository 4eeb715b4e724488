import type { Option } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Input, Space } from 'antd'
import { useState } from 'react'
import { useRowDrag } from '../dnd/use-row-drag.ts'
import { useDesign } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { addOptions, moveOptionTo } from './option-edits.ts'
import { namesIn } from './option-lines.ts'
import { OptionRow, type OptionRowProps } from './option-row.tsx'
import { OptionsToolbar } from './options-toolbar.tsx'
import { useFoundOptions } from './use-found-options.ts'

export interface OptionsEditorProps extends Pick<OptionRowProps, 'stages' | 'above'> {
  readonly options: readonly Option[]
  readonly onOptions: (options: Option[]) => void
}

const perPage = 100

/** The field at the end of the list: a name, or a pasted column of names. */
function NewOption({ options, onOptions }: Pick<OptionsEditorProps, 'options' | 'onOptions'>) {
  const t = useTexts()
  const { locale } = useDesign()
  const [text, setText] = useState('')
  const add = (given: string) => {
    const labels = namesIn(given).map((name) => ({ [locale]: name }))
    if (labels.length === 0) return
    onOptions(addOptions(options, labels))
    setText('')
  }
  return (
    <Space.Compact block>
      <Input
        value={text}
        aria-label={t('options.new')}
        placeholder={t('options.new')}
        onChange={(event) => setText(event.target.value)}
        onPaste={(event) => {
          const pasted = event.clipboardData.getData('text')
          if (namesIn(pasted).length < 2) return
          event.preventDefault()
          add(pasted)
        }}
        onPressEnter={(event) => {
          if (!event.nativeEvent.isComposing) add(text)
        }}
      />
      <Button
        icon={<Icon name="plus" />}
        aria-label={t('options.add')}
        disabled={text.trim() === ''}
        onClick={() => add(text)}
      />
    </Space.Compact>
  )
}

/** The options in order, found by name; however many there are, only some are drawn at a time. */
export function OptionsEditor({ options, onOptions, ...rest }: OptionsEditorProps) {
  const t = useTexts()
  const { text, search, found } = useFoundOptions(options)
  const [shown, setShown] = useState(perPage)
  const drag = useRowDrag('option', (moved, at) =>
    onOptions(
      moveOptionTo(
        options,
        moved,
        options.findIndex(({ key }) => key === at),
      ),
    ),
  )
  return (
    <div className="pwd-options">
      <OptionsToolbar options={options} search={text} onSearch={search} onOptions={onOptions} />
      <ul>
        {found.slice(0, shown).map((option) => (
          <OptionRow
            key={option.key}
            option={option}
            options={options}
            drag={drag}
            onOptions={onOptions}
            {...rest}
          />
        ))}
      </ul>
      {found.length > shown && (
        <Button type="text" size="small" onClick={() => setShown(shown + perPage)}>
          {t('options.more', { count: found.length - shown })}
        </Button>
      )}
      {found.length === 0 && text !== '' && <p className="pwd-quiet">{t('options.noneFound')}</p>}
      <NewOption options={options} onOptions={onOptions} />
    </div>
  )
}
