import { fileTypesOf, mostBytesOf } from '@pipewright/metadata'
import type { AttachmentField } from '@pipewright/schemas'
import { issue, listedParam, type Issue } from '../issue.ts'

const megabyte = 1024 * 1024

/** What a field has against a file that is new to it. Its content is what its name says: uploading made sure of that. */
export function checkFile(
  field: AttachmentField,
  { name, bytes }: Readonly<Record<string, unknown>>,
  pointer: string,
): Issue[] {
  const title = String(name)
  const types = fileTypesOf(field)
  const ending = title.includes('.') ? (title.split('.').at(-1) ?? '').toLowerCase() : ''
  if (types !== undefined && !types.includes(ending))
    return [issue(pointer, 'file-kind', { name: title, ...listedParam('types', types) })]
  const most = mostBytesOf(field)
  if (Number(bytes) <= most) return []
  return [issue(pointer, 'file-too-large', { name: title, max: Math.round((most / megabyte) * 10) / 10 })]
}
