import type { SheetSite } from '../inspector/sheets/sheet.ts'

/** Name of a formula of a field, under which its unfinished text waits. */
export const ofField = ({ form, lineItems }: SheetSite, field: string, property: string): string =>
  [form, ...(lineItems === undefined ? [] : [lineItems]), field, property].join('/')
