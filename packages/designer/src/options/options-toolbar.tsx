import type { Option } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Dropdown, Input } from 'antd'
import { useState } from 'react'
import { useDesign } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { paintOptions, sortOptions } from './option-edits.ts'
import { OptionsAsText } from './options-as-text.tsx'

export interface OptionsToolbarProps {
  readonly options: readonly Option[]
  readonly search: string
  readonly onSearch: (text: string) => void
  readonly onOptions: (options: Option[]) => void
}

/** From so many options on, one looks for them. */
const worthSearching = 8

/** Find, and what is done to all options at once. */
export function OptionsToolbar({ options, search, onSearch, onOptions }: OptionsToolbarProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const [asText, setAsText] = useState(false)
  const items = [
    { key: 'text', label: t('options.asText'), onClick: () => setAsText(true) },
    { key: 'sort', label: t('options.sort'), onClick: () => onOptions(sortOptions(options, locale)) },
    { key: 'paint', label: t('options.paint'), onClick: () => onOptions(paintOptions(options, true)) },
    { key: 'plain', label: t('options.unpaint'), onClick: () => onOptions(paintOptions(options, false)) },
  ]
  return (
    <div className="pwd-options-bar">
      {options.length >= worthSearching ? (
        <Input
          size="small"
          allowClear
          prefix={<Icon name="search" />}
          aria-label={t('options.find')}
          placeholder={t('options.findIn', { count: options.length })}
          value={search}
          onChange={(event) => onSearch(event.target.value)}
        />
      ) : (
        <span />
      )}
      <Dropdown autoFocus menu={{ items }} trigger={['click']}>
        <button type="button" className="pwd-tool" aria-label={t('options.all')}>
          <Icon name="more" />
        </button>
      </Dropdown>
      {asText && <OptionsAsText options={options} onOptions={onOptions} onClose={() => setAsText(false)} />}
    </div>
  )
}
