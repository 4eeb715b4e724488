import { localize } from '@pipewright/metadata'
import { listed, useUiLocale } from '@pipewright/ui'
import type { useWorkspace } from '../shell/workspace-context.ts'
import { useText } from '../texts/use-text.ts'
import { fieldName } from './field-name.ts'
import type { Undone } from './use-undo-change.tsx'
import './undo.css'

const mostLines = 100
const reasons = {
  changed: 'undoChanged',
  'no-right': 'undoNoRight',
  unknown: 'undoUnknown',
  deleted: 'undoDeleted',
} as const

/** What an undo left as it is, and why. */
export function UndoReport({
  app,
  undone,
}: {
  readonly app: ReturnType<typeof useWorkspace>
  readonly undone: Undone
}) {
  const text = useText()
  const locale = useUiLocale()
  const formOf = (key: string) => app.definition.forms.find((form) => form.key === key)
  const place = (form: string, title: string, fields: readonly string[]) => {
    const name = title || localize(formOf(form)?.label ?? {}, locale)
    const labels = fields.map((field) => fieldName(formOf(form), field, locale, text))
    return [name, listed(labels, locale)].filter(Boolean).join(' · ')
  }
  const who = (id: string | null) => app.people.find((person) => person.id === id)?.name ?? text('somebody')
  const lines = [
    ...undone.left.map(({ form, title, field, reason, by }) => ({
      at: place(form, title, field === null ? [] : [field]),
      why: text(reasons[reason], { name: who(by?.member ?? null) }),
    })),
    ...undone.refused.map(({ form, title, fields, message }) => ({
      at: place(form, title, fields),
      why: message,
    })),
  ]
  return (
    <>
      <ul className="undo-report">
        {lines.slice(0, mostLines).map(({ at, why }, position) => (
          <li key={position}>
            <strong>{at}</strong>
            {locale === 'zh' ? '：' : ': '}
            {why}
          </li>
        ))}
      </ul>
      {lines.length > mostLines && <p>{text('undoMore', { count: lines.length - mostLines })}</p>}
    </>
  )
}
