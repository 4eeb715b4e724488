import {
  elementName,
  localize,
  relatedName,
  specOfElement,
  type DefinitionIndex,
  type Locale,
} from '@pipewright/metadata'
import type { Form, LayoutElement } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { lazy, Suspense, useMemo } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { systemField } from '../form-sections.ts'
import { ShownValuesContext, type ShownValues } from './shown-values.ts'
import './elements.css'

export interface ElementPictureProps {
  /** The form as it is being built. */
  readonly form: Form
  readonly element: LayoutElement
  readonly locale: Locale
}

const View = lazy(async () => ({ default: (await import('./element-view.tsx')).ElementView }))

/** What belongs to a saved record alone is known by its name while a form is built. */
function pictureOf(
  index: DefinitionIndex,
  form: Form,
  element: LayoutElement,
  locale: Locale,
): string | undefined {
  switch (element.type) {
    case 'relatedList':
      return localize(relatedName(index, element.list), locale) || element.list.form
    case 'figures':
    case 'completeness':
      return [
        localize(elementName(element), locale),
        element.fields
          .map((key) => localize(form.fields.find((field) => field.key === key)?.label, locale) || key)
          .join(' · '),
      ].join(': ')
    case 'tasks':
    case 'files':
    case 'timeline':
      return localize(elementName(element), locale)
    default:
      return undefined
  }
}

/** An element as it will look, with the names of fields where values will stand; a report by its name. */
export function ElementPicture({ form, element, locale }: ElementPictureProps) {
  const { index } = useRenderer()
  const values = useMemo<ShownValues>(
    () => ({
      form: form.key,
      record: undefined,
      titles: {},
      read: () => null,
      subscribe: () => () => undefined,
      word: (key) =>
        localize((form.fields.find((field) => field.key === key) ?? systemField(key))?.label, locale) || key,
    }),
    [form, locale],
  )
  if (element.type === 'image' && element.file === undefined)
    return (
      <div className="pw-element-report">
        <Icon name="picture" />
      </div>
    )
  const around = pictureOf(index, form, element, locale)
  if (around !== undefined)
    return (
      <div className="pw-element-report">
        <Icon name={specOfElement(element).icon} /> {around}
      </div>
    )
  if (element.type === 'report')
    return (
      <div className="pw-element-report">
        <Icon name="bar-chart" /> {localize(index.report(element.report)?.label, locale) || element.report}
      </div>
    )
  return (
    <ShownValuesContext value={values}>
      <Suspense fallback={null}>
        <View element={element} />
      </Suspense>
    </ShownValuesContext>
  )
}
