import { ProblemError, type AnswerOf, type RecordAnswer, type Routes } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { ButtonPress } from '@pipewright/renderer'
import { useSay, useUiLocale } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { useCallback } from 'react'
import { useNavigate } from 'react-router'
import { client } from '../../queries/client.ts'
import { refreshRecords } from '../../queries/records.ts'
import { newRecordPlace } from '../../shell/record-types.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { newChangeSet } from '../../undo/new-change-set.ts'
import { isUndoable } from '../../undo/is-undoable.ts'
import { useOfferUndo } from '../../undo/use-offer-undo.tsx'
import { useWarnings } from '../use-warnings.tsx'

type Effect = AnswerOf<Routes['pressButton']>['effects'][number]

/** A page opens beside the app, an e-mail or a call in what the device has for it. */
function openAddress(url: string): void {
  const link = document.createElement('a')
  link.href = url
  if (/^https?:/i.test(url)) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer'
  }
  link.click()
}

/** What stood in the way, with what to do about it; undefined when the server did not answer. */
const reasonOf = (error: unknown): string | undefined =>
  error instanceof ProblemError
    ? [error.problem.title, ...(error.problem.errors ?? []).map((one) => one.message)].join(' ')
    : undefined

/** Presses buttons of a record: says how it went and goes where they lead. */
export function useButtonPress(form: string, record: Pick<RecordAnswer, 'id' | 'version'>): ButtonPress {
  const app = useWorkspace()
  const locale = useUiLocale()
  const text = useText()
  const navigate = useNavigate()
  const queries = useQueryClient()
  const { message } = useSay()
  const warn = useWarnings()
  const offerUndo = useOfferUndo()
  const { id, version } = record
  return useCallback(
    async (button) => {
      const params = { workspace: app.workspace.key, form, id, button: button.key }
      const follow = (effect: Effect) => {
        if (effect.type === 'open') return openAddress(effect.url)
        if (effect.type === 'show') return navigate(workspacePath(app, `/f/${effect.form}/${effect.id}`))
        const place = newRecordPlace(effect.form, { values: effect.values, from: { form, id } })
        return navigate(workspacePath(app, place))
      }
      const set = newChangeSet()
      try {
        const { record, effects, warnings } = await client.call('pressButton', {
          params,
          body: { version },
          changeSet: { id: set },
        })
        await refreshRecords(queries)
        const done = localize(button.done, locale) || text('converted')
        if (isUndoable(button, record.version !== version)) offerUndo(done, set)
        else if (effects.length === 0 || localize(button.done, locale) !== '') message.success(done)
        warn(warnings)
        for (const effect of effects) void follow(effect)
      } catch (error) {
        message.error(reasonOf(error) ?? text('offline'))
        void refreshRecords(queries)
      }
      void queries.invalidateQueries({ queryKey: ['runs', params.workspace] })
    },
    [app, form, id, version, locale, text, navigate, queries, message, warn, offerUndo],
  )
}
