import { mayReadComments, mayReadField, type CompiledFormRights } from '@pipewright/compiler'

const ofComments = '$comment'

/** Where a file belongs that came with a mail of its record. */
export const ofMails = '$mail'

/** Where a file of a comment belongs: to the comments of its record, or to those about one field. */
export const fileFieldOf = (field: string | null): string =>
  field === null ? ofComments : `${ofComments}.${field}`

/** Where a file belongs that was taken out of a comment: to no field that anybody reads. */
export const withdrawnFile = '$withdrawn'

/** A file belongs to a field, to a column of line items ("files", "items.picture"), to comments or to mails. */
export function mayReadFileAt(rights: CompiledFormRights, field: string): boolean {
  if (field === ofComments || field === ofMails) return mayReadComments(rights)
  if (field.startsWith(`${ofComments}.`))
    return mayReadComments(rights) && mayReadFileAt(rights, field.slice(ofComments.length + 1))
  const [first = ''] = field.split('.')
  return mayReadField(rights, first) && mayReadField(rights, field)
}
