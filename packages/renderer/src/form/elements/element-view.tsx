import type { ElementOf, ElementType } from '@pipewright/metadata'
import type { LayoutElement } from '@pipewright/schemas'
import type { ComponentType } from 'react'
import { ButtonElement } from './button-element.tsx'
import { CompletenessElement } from './completeness-element.tsx'
import { DividerElement } from './divider-element.tsx'
import { FiguresElement } from './figures-element.tsx'
import { HeadingElement } from './heading-element.tsx'
import { ImageElement } from './image-element.tsx'
import { FilesElement, TasksElement, TimelineElement } from './part-elements.tsx'
import { RelatedListElement } from './related-list-element.tsx'
import { ReportElement } from './report-element.tsx'
import { TextElement } from './text-element.tsx'
import './elements.css'

const views: { readonly [T in ElementType]: ComponentType<{ readonly element: ElementOf<T> }> } = {
  heading: HeadingElement,
  text: TextElement,
  image: ImageElement,
  divider: DividerElement,
  report: ReportElement,
  button: ButtonElement,
  relatedList: RelatedListElement,
  figures: FiguresElement,
  completeness: CompletenessElement,
  tasks: TasksElement,
  files: FilesElement,
  timeline: TimelineElement,
}

/** What stands between the fields of a form. */
export function ElementView({ element }: { readonly element: LayoutElement }) {
  const View = views[element.type] as ComponentType<{ readonly element: LayoutElement }>
  return <View element={element} />
}
