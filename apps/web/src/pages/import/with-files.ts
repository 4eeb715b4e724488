import type { ImportColumn } from '@pipewright/contract'
import type { Form } from '@pipewright/schemas'
import { filePaths } from './import-targets.ts'

/** What was matched so far, with what the files suggest for columns and fields that are free. */
export function withFiles(
  form: Form,
  mapping: readonly ImportColumn[],
  suggested: readonly ImportColumn[],
): ImportColumn[] {
  const files = new Set(filePaths(form))
  const taken = new Set(mapping.map(({ field }) => field))
  return mapping.map((own) => {
    const found = suggested.find(({ column }) => column === own.column)
    const isNew = found?.field != null && files.has(found.field) && !taken.has(found.field)
    return own.field === null && found !== undefined && isNew ? found : own
  })
}
