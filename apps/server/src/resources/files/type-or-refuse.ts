import type { Locale } from '@pipewright/contract'
import { refuse } from '../../problems/refusal.ts'
import { fileReasons } from './file-reasons.ts'
import { fileType, isInline } from './file-type.ts'

/** What a file is by its name and how it begins; one that is not taken ends the request. */
export function typeOrRefuse(
  file: { readonly name: string; readonly head: Uint8Array; readonly bytes: number },
  locale: Locale,
  { picturesOnly = false }: { readonly picturesOnly?: boolean | undefined },
): string {
  const unreadable = (reason: keyof typeof fileReasons) =>
    refuse('file-unreadable', { params: { reason: fileReasons[reason][locale] } })
  if (file.bytes === 0) return unreadable('empty')
  const found = fileType(file.name, file.head)
  const isWanted = !picturesOnly || typeof found === 'string' || isInline(found.type)
  if (found === 'unknown' || !isWanted) return refuse('unsupported-type')
  if (found === 'mismatch') return unreadable('mismatch')
  return found.type
}
