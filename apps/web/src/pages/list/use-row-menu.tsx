import type { RecordAnswer } from '@pipewright/contract'
import { buttonsOf } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'

const RowMenu = lazy(async () => ({ default: (await import('./row-menu.tsx')).RowMenu }))

/** The menu that the rows of a list share; forms without buttons have none. */
export function useRowMenu(form: Form): {
  readonly open: ((record: RecordAnswer, at: HTMLElement) => void) | undefined
  readonly menu: ReactNode
} {
  const [shown, setShown] = useState<{ record: RecordAnswer; at: HTMLElement } | null>(null)
  const open = useCallback((record: RecordAnswer, at: HTMLElement) => setShown({ record, at }), [])
  const close = useCallback(() => setShown(null), [])
  return {
    open: buttonsOf(form).length === 0 ? undefined : open,
    menu: shown !== null && (
      <Suspense fallback={null}>
        <RowMenu key={shown.record.id} form={form} {...shown} onClose={close} />
      </Suspense>
    ),
  }
}
