import type { BulkAction } from '@pipewright/contract'
import { buttonsOf, localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { toldOf } from './told-texts.ts'

/** What is done, in the words of the button that does it to one record; null where fields are changed. */
export function useActionLabel(form: Form): (action: BulkAction) => string | null {
  const { definition } = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  return (action) => {
    if (toldOf(action) === 'assign') return text('assign')
    if (action.type === 'delete') return text('deleteSelected')
    if (action.type === 'submit')
      return localize(definition.workflows.find(({ key }) => key === action.workflow)?.label, locale)
    if (action.type === 'button')
      return localize(buttonsOf(form).find(({ key }) => key === action.button)?.label, locale)
    return null
  }
}
