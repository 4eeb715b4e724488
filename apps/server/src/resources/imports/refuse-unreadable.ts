import { encodingNames, problemText, type Locale } from '@pipewright/contract'
import { refuse } from '../../problems/refusal.ts'
import { Misread, Unreadable, unreadableReasons } from './table/unreadable.ts'

/** Tells why a file cannot be read as a table; any other error is ours and goes on. */
export function refuseUnreadable(error: unknown, locale: Locale): never {
  if (error instanceof Misread)
    return refuse('encoding-misfit', { params: { encoding: encodingNames[error.encoding][locale] } })
  if (!(error instanceof Unreadable)) throw error
  return refuse('file-unreadable', {
    params: { reason: problemText(unreadableReasons[error.reason], locale, error.params) },
  })
}
