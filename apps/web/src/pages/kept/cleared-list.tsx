import type { Cleared } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { keptKey, nameOfKept } from './kept-answer.ts'
import { useDay } from '../../shell/use-day.ts'

/** What is gone for good, when, and by whom. */
export function ClearedList({ cleared }: { readonly cleared: readonly Cleared[] }) {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const day = useDay()
  if (cleared.length === 0) return null
  const nameOf = (id: string | null) =>
    app.people.find((person) => person.id === id)?.name ?? text('keptByClock')
  return (
    <section>
      <h2 className="kept-heading">{text('keptCleared')}</h2>
      <ul className="kept-list">
        {cleared.map((item) => (
          <li key={`${keptKey(item)} ${item.at}`} className="kept-item">
            <div className="kept-what">
              <h3>
                {localize(item.form, locale)}
                {item.field !== null && ` › ${nameOfKept(item, locale)}`}
              </h3>
              <p>
                {day(item.at)} · {nameOf(item.by)} · {text('keptHeld', { count: item.count })}
              </p>
            </div>
          </li>
        ))}
      </ul>
    </section>
  )
}
