import { rowFields } from '@pipewright/metadata'
import type { Field } from '@pipewright/schemas'
import type { CompiledForm, CompiledItems } from '../app/compiled-form.ts'

/** In a file, the number that a line has among those of its record. */
const positionKey = 'position'

/** The line items that a column fills and their field in it; undefined where it fills one of the record itself. */
export function lineOf(path: string): { readonly items: string; readonly key: string } | undefined {
  const [items = '', key, ...deeper] = path.split('.')
  return key === undefined || deeper.length > 0 ? undefined : { items, key }
}

/** Whether a column says which of the lines of its record a line is. */
export const isLinePosition = (path: string): boolean => lineOf(path)?.key === positionKey

const within = (items: CompiledItems, field: Field): Field => {
  const path = `${items.field.key}.${field.key}`
  const above = 'dependsOn' in field ? field.dependsOn : undefined
  return above === undefined
    ? { ...field, key: path }
    : ({ ...field, key: path, dependsOn: `${items.field.key}.${above}` } as Field)
}

/** The columns of a line that can stand in a file, by their paths: "items.product". Rows inside rows cannot. */
export function lineFields(items: CompiledItems): Field[] {
  const position = rowFields.get(positionKey)
  const own = [...items.fields.values()].filter(({ type }) => type !== 'lineItems')
  return [...(position === undefined ? [] : [position]), ...own].map((field) => within(items, field))
}

/** Everything that columns of a file can fill, by path: the fields of a record and those of its lines. */
export const fileFields = (form: CompiledForm): ReadonlyMap<string, Field> =>
  new Map([
    ...form.fields,
    ...form.items.flatMap((items) => lineFields(items).map((field) => [field.key, field] as const)),
  ])
