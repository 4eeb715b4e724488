import { mostFilesOf } from '@pipewright/metadata'
import type { AttachmentField } from '@pipewright/schemas'
import { issue } from '../issue.ts'
import { isIdentity } from './identity.ts'
import type { ValueChecker } from './value-checker.ts'
import { accept, refuse } from './value-checker.ts'

export const attachment: ValueChecker<AttachmentField> = (field, value, place) => {
  if (!Array.isArray(value)) return refuse(place, 'wrong-type', { expected: 'files' })
  const max = mostFilesOf(field)
  if (value.length > max) return refuse(place, 'too-many', { max })
  const issues = value.flatMap((id: unknown, position) =>
    isIdentity(id) ? [] : [issue(`${place.pointer}/${position}`, 'no-such-file')],
  )
  if (issues.length > 0) return { ok: false, issues }
  const files = [...new Set((value as string[]).map((id) => id.toLowerCase()))]
  const min = Math.min(field.minFiles ?? 0, max)
  if (files.length > 0 && files.length < min) return refuse(place, 'too-few', { min })
  return accept(files.length === 0 ? null : files)
}
