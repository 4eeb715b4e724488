import { FreshFieldsContext, useSinceWords } from '@pipewright/renderer'
import type { Look } from '@pipewright/contract'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import './since.css'

const SinceBar = lazy(async () => ({ default: (await import('./since-bar.tsx')).SinceBar }))
const nothing = { changes: [], titles: {} }

/** The bar with what changed since the last look, and marks at the fields, until the reader has seen them. */
export function useSince(
  form: string,
  look: Look | undefined,
): {
  readonly bar: ReactNode
  readonly mark: (children: ReactNode) => ReactNode
} {
  const [seen, setSeen] = useState(false)
  const { fields } = useSinceWords(form, look ?? nothing)
  const isShown = !seen && look !== undefined && (look.changes.length > 0 || look.comments > 0)
  const since = look?.since ?? null
  return {
    bar: isShown && since !== null && (
      <Suspense fallback={null}>
        <SinceBar form={form} look={{ ...look, since }} onSeen={() => setSeen(true)} />
      </Suspense>
    ),
    mark: (children) => <FreshFieldsContext value={isShown ? fields : none}>{children}</FreshFieldsContext>,
  }
}

const none: ReadonlyMap<string, string> = new Map()
