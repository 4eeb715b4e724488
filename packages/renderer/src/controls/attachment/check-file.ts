import { fileTypesOf, mostBytesOf } from '@pipewright/metadata'
import type { AttachmentField } from '@pipewright/schemas'

export type FileRefusal =
  | { readonly reason: 'size'; readonly limit: number }
  | { readonly reason: 'type'; readonly types: readonly string[] }

/** Why a file cannot be attached; null when it can. The server checks again. */
export function checkFile(
  field: AttachmentField,
  file: { readonly name: string; readonly size: number },
): FileRefusal | null {
  const limit = mostBytesOf(field)
  if (file.size > limit) return { reason: 'size', limit }
  const types = fileTypesOf(field)
  const extension = file.name.includes('.') ? (file.name.split('.').pop() ?? '').toLowerCase() : ''
  if (types !== undefined && !types.includes(extension)) return { reason: 'type', types }
  return null
}

/** What the file dialog of the browser offers. */
export function acceptOf(field: AttachmentField): string | undefined {
  const types = fileTypesOf(field)
  if (types === undefined) return field.capture === true ? 'image/*' : undefined
  return types.map((type) => `.${type}`).join(',')
}

/** "1.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
