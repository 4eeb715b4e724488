import type { Kept } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { keptKey, nameOfKept } from './kept-answer.ts'
import { useDay } from '../../shell/use-day.ts'

interface KeptListProps {
  readonly kept: readonly Kept[]
  readonly onRestore: (item: Kept) => void
  readonly onClear: (item: Kept) => void
}

const whats = { form: 'keptForm', field: 'keptField', values: 'keptValues' } as const

/** Each thing that is kept: what and where, who removed it when, how much it holds and until when. */
export function KeptList({ kept, onRestore, onClear }: KeptListProps) {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const day = useDay()
  const nameOf = (id: string | null) =>
    app.people.find((person) => person.id === id)?.name ?? text('keptNobody')
  return (
    <ul className="kept-list">
      {kept.map((item) => (
        <li key={keptKey(item)} className="kept-item">
          <div className="kept-what">
            <h3>{nameOfKept(item, locale)}</h3>
            <p>
              {text(whats[item.kind], { form: localize(item.form, locale) })} ·{' '}
              {text('keptHolds', { count: item.count })}
            </p>
            <p>
              {text('keptRemoved', { name: nameOf(item.by), day: day(item.at), revision: item.revision })} ·{' '}
              <strong>{text('keptUntil', { day: day(item.until) })}</strong>
            </p>
          </div>
          <div className="kept-actions">
            <Button
              aria-label={`${text('keptRestore')}: ${nameOfKept(item, locale)}`}
              onClick={() => onRestore(item)}
            >
              {text('keptRestore')}
            </Button>
            {app.may.admin && (
              <Button
                danger
                type="text"
                aria-label={`${text('keptClear')}: ${nameOfKept(item, locale)}`}
                onClick={() => onClear(item)}
              >
                {text('keptClear')}
              </Button>
            )}
          </div>
        </li>
      ))}
    </ul>
  )
}
