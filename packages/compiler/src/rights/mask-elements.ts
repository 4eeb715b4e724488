import {
  fieldsInText,
  isElementItem,
  isFieldItem,
  placeableSystemFields,
  specOfElement,
  type ElementOf,
} from '@pipewright/metadata'
import type { ButtonAction, Expression, LayoutElement, RelatedList, Section } from '@pipewright/schemas'
import { knows, type MaskScope } from './mask-scope.ts'

/** A button does nothing that the one who presses it could not do by hand. */
function mayDo(scope: MaskScope, form: string, action: ButtonAction): boolean {
  const { forms } = scope.rights
  const mayChange = forms[form]?.update === true
  const reads = (values: Readonly<Record<string, Expression>>) =>
    Object.values(values).every((value) => scope.expression(form, value))
  switch (action.type) {
    case 'set':
      return (
        mayChange &&
        reads(action.values) &&
        Object.keys(action.values).every((key) => forms[form]?.fields[key] === 'write')
      )
    case 'create': {
      const other = Object.hasOwn(forms, action.form) ? forms[action.form] : undefined
      return other?.create === true && reads(action.values)
    }
    case 'convert': {
      const conversion = scope.index.form(form)?.conversions?.find(({ key }) => key === action.conversion)
      return conversion?.creates.every((step) => forms[step.form]?.create === true) === true
    }
    case 'submit':
      return mayChange
    case 'open':
      return true
  }
}

const mayPress = (scope: MaskScope, form: string, { enabled, actions }: ElementOf<'button'>): boolean =>
  scope.expression(form, enabled) && actions.every((action) => mayDo(scope, form, action))

/** Whether the reader may see such records and how they point to the one shown. */
export const mayList = (scope: MaskScope, { form, field }: RelatedList): boolean =>
  scope.form(form) && knows(scope, form, field)

/** A list of related records with the columns that the reader may see. */
export const maskRelated = (scope: MaskScope, list: RelatedList): RelatedList =>
  list.columns === undefined
    ? list
    : { ...list, columns: list.columns.filter((column) => scope.path(list.form, column)) }

/** What is left of an element that the reader may know: what it names of that he may not see is not there. */
export function maskElement(scope: MaskScope, form: string, element: LayoutElement): LayoutElement {
  if (element.type === 'relatedList') return { ...element, list: maskRelated(scope, element.list) }
  if (element.type !== 'figures' && element.type !== 'completeness') return element
  const [first, ...rest] = element.fields.filter((key) => knows(scope, form, key))
  return first === undefined ? element : { ...element, fields: [first, ...rest] }
}

/** An element that asks for, tells or counts what the reader may not see is not there for them. */
export function mayKnowElement(scope: MaskScope, form: string, element: LayoutElement): boolean {
  const texts = specOfElement(element).texts(element).flatMap(fieldsInText)
  const known = (key: string) => placeableSystemFields.has(key) || knows(scope, form, key)
  if (!scope.expression(form, element.when) || !texts.every(known)) return false
  if (element.type === 'button') return mayPress(scope, form, element)
  if (element.type === 'relatedList') return mayList(scope, element.list)
  if (element.type === 'figures' || element.type === 'completeness')
    return element.fields.some((key) => knows(scope, form, key))
  if (element.type !== 'report') return true
  const counted = scope.index.report(element.report)?.form
  if (counted === undefined || !scope.form(counted)) return false
  return element.recordField === undefined || knows(scope, counted, element.recordField)
}

/** Headings and lines alone do not keep a section whose fields nobody may see. */
export function hasContent(section: Section, before: Section | undefined): boolean {
  if (section.list !== undefined) return true
  const isBare = before === undefined || before.items.every(isElementItem)
  return section.items.some(
    (item) => isFieldItem(item) || isBare || !specOfElement(item.element).isDecoration,
  )
}
