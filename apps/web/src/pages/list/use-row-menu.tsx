import type { RecordAnswer } from '@pipewright/contract'
import { buttonsOf } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { FollowUpSheet } from '../record/follow-up/log-follow-up.tsx'
import { followUpLogIn } from '../record/follow-up/use-follow-up-log.ts'
import { lazy, Suspense, useCallback, useEffect, useState, type ReactNode } from 'react'

const load = () => import('./row-menu.tsx')
const RowMenu = lazy(async () => ({ default: (await load()).RowMenu }))

/** Fetches the menu when the first of its buttons is neared, so that it is there when the button is pressed. */
function useEarlyMenu(isOffered: boolean): void {
  useEffect(() => {
    if (!isOffered) return undefined
    const near = ({ target }: Event) => {
      if (target instanceof Element && target.closest('.pw-tr, .pw-row-menu') !== null) {
        leave()
        // Without it the menu is fetched when it is opened, and says so when that fails.
        load().catch(() => undefined)
      }
    }
    const kinds = ['pointerover', 'focusin'] as const
    const leave = () => kinds.forEach((kind) => document.removeEventListener(kind, near))
    kinds.forEach((kind) => document.addEventListener(kind, near, { passive: true }))
    return leave
  }, [isOffered])
}

/** The menu that the rows of a list share; forms without buttons and follow-ups have none. */
export function useRowMenu(form: Form): {
  readonly open: ((record: RecordAnswer, at: HTMLElement) => void) | undefined
  readonly menu: ReactNode
} {
  const [shown, setShown] = useState<{ record: RecordAnswer; at: HTMLElement } | null>(null)
  const open = useCallback((record: RecordAnswer, at: HTMLElement) => setShown({ record, at }), [])
  const close = useCallback(() => setShown(null), [])
  const app = useWorkspace()
  const [noted, note] = useState<RecordAnswer | null>(null)
  const log = followUpLogIn(app, form)
  const isOffered = buttonsOf(form).length > 0 || log !== undefined
  useEarlyMenu(isOffered)
  return {
    open: isOffered ? open : undefined,
    menu: (
      <Suspense fallback={null}>
        {shown !== null && (
          <RowMenu key={shown.record.id} form={form} {...shown} log={log} onNote={note} onClose={close} />
        )}
        {noted !== null && log !== undefined && (
          <FollowUpSheet key={noted.id} form={form} record={noted} noted={log} onClose={() => note(null)} />
        )}
      </Suspense>
    ),
  }
}
