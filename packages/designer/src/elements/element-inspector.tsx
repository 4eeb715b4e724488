import {
  elementName,
  isSameJson,
  localize,
  specOfElement,
  type ElementOf,
  type ElementType,
} from '@pipewright/metadata'
import type { Form, LayoutElement } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import type { ComponentType } from 'react'
import { useFieldActions } from '../canvas/use-field-actions.ts'
import { useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { WidthProperty } from '../inspector/width-property.tsx'
import { PropertyGroup } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { FilesSheet, TasksSheet, TimelineSheet } from './around-sheet.tsx'
import { ButtonSheet } from './buttons/button-sheet.tsx'
import { CompletenessSheet } from './completeness-sheet.tsx'
import { DividerSheet } from './divider-sheet.tsx'
import { ElementCondition } from './element-condition.tsx'
import type { ElementSheetProps } from './element-sheet.ts'
import { FiguresSheet } from './figures-sheet.tsx'
import { HeadingSheet } from './heading-sheet.tsx'
import { ImageSheet } from './image-sheet.tsx'
import { RelatedListSheet } from './related-list-sheet.tsx'
import { ReportSheet } from './report-sheet.tsx'
import { TextSheet } from './text-sheet.tsx'

const sheets: { readonly [T in ElementType]: ComponentType<ElementSheetProps<T>> } = {
  heading: HeadingSheet,
  text: TextSheet,
  image: ImageSheet,
  divider: DividerSheet,
  report: ReportSheet,
  button: ButtonSheet,
  relatedList: RelatedListSheet,
  figures: FiguresSheet,
  completeness: CompletenessSheet,
  tasks: TasksSheet,
  files: FilesSheet,
  timeline: TimelineSheet,
}

export interface ElementInspectorProps {
  readonly form: Form
  readonly element: LayoutElement
}

/** Everything about an element of the layout. */
export function ElementInspector({ form, element }: ElementInspectorProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, locale } = useDesign()
  const actions = useFieldActions(form)
  const spec = specOfElement(element)
  const Sheet = sheets[element.type] as ComponentType<ElementSheetProps<ElementType>>
  const change = (next: LayoutElement) => {
    if (!isSameJson(next, element)) edit({ type: 'setElement', form: form.key, element: next })
  }
  return (
    <>
      <header className="pwd-inspector-head">
        <div className="pwd-inspector-title">
          <Icon name={spec.icon} />
          <h2>{read(elementName(element))}</h2>
        </div>
        <div className="pwd-key">{localize(spec.label, locale)}</div>
      </header>
      <PropertyGroup title={t('inspector.basics')}>
        <Sheet form={form} element={element as ElementOf<ElementType>} change={change} />
        <WidthProperty form={form} field={element.key} />
      </PropertyGroup>
      <ElementCondition form={form} element={element} change={change} />
      <div className="pwd-inspector-end">
        <Button danger block icon={<Icon name="delete" />} onClick={() => actions.remove([element.key])}>
          {t('elements.remove')}
        </Button>
      </div>
    </>
  )
}
