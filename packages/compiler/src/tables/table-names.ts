/** Table of a form. */
export const tableOf = (form: string): string => form

/** Table of the rows of a line items field; of one inside rows by both keys. */
export const childTableOf = (form: string, lineItems: string): string =>
  `${form}_${lineItems.replaceAll('.', '_')}`

/** Table of the links of a relation to many: one line per record and related record. */
export const linkTableOf = (form: string, field: string): string => `${form}_${field}`

/** Table of a form, or of the rows inside it. */
export const tableAt = ({ form, lineItems }: { form: string; lineItems?: string }): string =>
  lineItems === undefined ? tableOf(form) : childTableOf(form, lineItems)
