import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { useNavigate } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { useOfferUndo } from '../../undo/use-offer-undo.tsx'

/** Says that a record was made and goes where its form wants; `begin` clears the page for another one. */
export function useAfterCreate(
  form: Form,
  begin: () => void,
): (made: { readonly record: RecordAnswer; readonly set: string }, again: boolean) => void {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const navigate = useNavigate()
  const offerUndo = useOfferUndo()
  return ({ record, set }, again) => {
    const { open = 'record', url, message: own } = form.afterCreate ?? {}
    offerUndo(localize(own, locale) || text('created', { title: record.title }), set)
    if (again || open === 'new') begin()
    else if (open === 'link' && url !== undefined) window.location.assign(url)
    else
      void navigate(workspacePath(app, open === 'list' ? `/f/${form.key}` : `/f/${form.key}/${record.id}`), {
        replace: true,
      })
  }
}
