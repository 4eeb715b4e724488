import type { BulkJob } from '@pipewright/contract'
import { buttonsOf, localize } from '@pipewright/metadata'
import { useUiLocale } from '@pipewright/ui'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'

/** Says in a few words what a change of many records is. */
export function useJobName(): (job: BulkJob) => string {
  const { definition } = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  return ({ form: key, action }) => {
    const form = definition.forms.find((one) => one.key === key)
    const of = { form: localize(form?.labelPlural, locale) }
    switch (action.type) {
      case 'edit': {
        const labels = action.changes.map(({ field }) =>
          localize(form?.fields.find((one) => one.key === field)?.label, locale),
        )
        return labels.length === 0
          ? text('bulkNameAssign', of)
          : text('bulkNameEdit', { ...of, fields: labels.filter(Boolean).join(text('bulkListComma')) })
      }
      case 'delete':
        return text('bulkNameDelete', of)
      case 'restore':
        return form === undefined ? text('bulkNameRestoreAll') : text('bulkNameRestore', of)
      case 'purge':
        return text('bulkNamePurge')
      case 'submit':
        return text('bulkNameSubmit', of)
      case 'handOver':
        return text('bulkNameHandOver')
      case 'button': {
        const button = form && buttonsOf(form).find((one) => one.key === action.button)
        return text('bulkNameButton', { ...of, button: localize(button?.label, locale) })
      }
    }
  }
}
