import type { LabelledScope } from '@pipewright/logic'
import { Icon } from '@pipewright/ui'
import { Input } from 'antd'
import { useMemo, useState } from 'react'
import { useDesign } from '../../environment/design-context.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { searchNames, type NameEntry } from './name-entries.ts'

export interface NamesPanelProps {
  readonly scope: LabelledScope
  readonly onTake: (entry: NameEntry) => void
}

function NameList(props: {
  readonly title: string
  readonly entries: readonly NameEntry[]
  readonly onTake: (entry: NameEntry) => void
}) {
  const { title, entries, onTake } = props
  if (entries.length === 0) return null
  return (
    <section aria-label={title}>
      <h4>
        {title} <span className="pwd-quiet">{entries.length}</span>
      </h4>
      <ul>
        {entries.map((entry) => (
          <li key={`${entry.label}${entry.detail}`}>
            <button
              type="button"
              // The text keeps the focus and the caret, where the name goes.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => onTake(entry)}
            >
              <span className="pwd-name-line">
                <b>{entry.label}</b>
                <code>{entry.detail}</code>
              </span>
              {entry.help !== '' && <span className="pwd-name-help">{entry.help}</span>}
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}

/** All fields and functions with what they do; pressing one writes it at the caret. */
export function NamesPanel({ scope, onTake }: NamesPanelProps) {
  const t = useTexts()
  const { locale } = useDesign()
  const [search, setSearch] = useState('')
  const entries = useMemo(() => searchNames(search, scope, locale), [search, scope, locale])
  const of = (kind: NameEntry['kind']) => entries.filter((entry) => entry.kind === kind)
  return (
    <section className="pwd-formula-panel pwd-names" aria-label={t('formula.names')}>
      <Input
        allowClear
        size="small"
        prefix={<Icon name="search" />}
        value={search}
        aria-label={t('formula.searchNames')}
        placeholder={t('formula.searchNames')}
        onChange={(event) => setSearch(event.target.value)}
      />
      <div className="pwd-names-list">
        <NameList title={t('formula.fields')} entries={of('field')} onTake={onTake} />
        <NameList title={t('formula.functions')} entries={of('function')} onTake={onTake} />
        {entries.length === 0 && <p className="pwd-quiet">{t('formula.noNames', { text: search })}</p>}
      </div>
    </section>
  )
}
