import type { AttachmentField } from '@pipewright/schemas'

const mostBytes = 20_971_520

export type FileRefusal =
  | { readonly reason: 'size'; readonly limit: number }
  | { readonly reason: 'type'; readonly types: string }

/** Why a file cannot be attached; null when it can. The server checks again. */
export function checkFile(
  field: AttachmentField,
  file: { readonly name: string; readonly size: number },
): FileRefusal | null {
  const limit = field.maxBytes ?? mostBytes
  if (file.size > limit) return { reason: 'size', limit }
  const extension = file.name.includes('.') ? (file.name.split('.').pop() ?? '').toLowerCase() : ''
  if (field.types !== undefined && field.types.length > 0 && !field.types.includes(extension))
    return { reason: 'type', types: field.types.join(', ') }
  return null
}

/** "1.4 MB". */
export function formatBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`
  if (bytes < 1024 * 1024) return `${Math.round(bytes / 1024)} kB`
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`
}
