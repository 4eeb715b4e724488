import type { AttachmentField } from '@pipewright/schemas'

/** Endings of pictures that every browser shows. */
const pictures = ['png', 'jpg', 'jpeg', 'gif', 'webp']

/** Endings of the files that a field takes; undefined for all safe kinds. */
export function fileTypesOf({
  display = 'files',
  types = [],
}: AttachmentField): readonly string[] | undefined {
  if (display === 'signature') return ['png']
  if (display === 'files') return types.length === 0 ? undefined : types
  const chosen = pictures.filter((type) => types.includes(type))
  return chosen.length === 0 ? pictures : chosen
}

/** How many files it takes. */
export const mostFilesOf = ({ display, maxFiles }: AttachmentField): number =>
  display === 'signature' ? 1 : (maxFiles ?? 20)

/** Bytes of the largest file it takes. */
export const mostBytesOf = ({ maxBytes }: AttachmentField): number => maxBytes ?? 20_971_520
