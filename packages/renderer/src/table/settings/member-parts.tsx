import { Input } from 'antd'
import { localize } from '@pipewright/metadata'
import { useState } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { FilterBuilder } from '../../filter/filter-builder.tsx'
import type { SettingsParts, WhichProps, WordsProps } from './settings-parts.ts'

/** A member writes in the language he reads, and readers of the other one see the same. */
function Words({ label, value, onCommit }: WordsProps) {
  const { locale } = useRenderer()
  const said = localize(value, locale)
  const [typed, setTyped] = useState<string | null>(null)
  const commit = () => {
    const text = typed?.trim() ?? ''
    setTyped(null)
    if (text !== '' && text !== said) onCommit({ [locale]: text })
  }
  return (
    <Input
      aria-label={label}
      maxLength={100}
      value={typed ?? said}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={commit}
      onPressEnter={(event) => {
        if (!event.nativeEvent.isComposing) commit()
      }}
    />
  )
}

function Which({ form, label, value, text, onCommit }: WhichProps) {
  return (
    <div role="group" aria-label={label}>
      <FilterBuilder form={form} value={value} text={text} onChange={onCommit} />
    </div>
  )
}

/** How a member edits the settings of his table. */
export const memberParts: SettingsParts = { Words, Which }
