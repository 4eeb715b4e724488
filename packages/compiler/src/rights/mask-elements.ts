import {
  fieldsInText,
  isElementItem,
  isFieldItem,
  placeableSystemFields,
  specOfElement,
} from '@pipewright/metadata'
import type { LayoutElement, Section } from '@pipewright/schemas'
import { knows, type MaskScope } from './mask-scope.ts'

/** An element that asks for, tells or counts what the reader may not see is not there for them. */
export function mayKnowElement(scope: MaskScope, form: string, element: LayoutElement): boolean {
  const texts = specOfElement(element).texts(element).flatMap(fieldsInText)
  const known = (key: string) => placeableSystemFields.has(key) || knows(scope, form, key)
  if (!scope.expression(form, element.when) || !texts.every(known)) return false
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
