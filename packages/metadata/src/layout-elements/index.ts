import type { LayoutElement, LocalizedText } from '@pipewright/schemas'
import { button } from './button.ts'
import { completeness } from './completeness.ts'
import { divider } from './divider.ts'
import type { ElementOf, ElementType, ElementTypeSpec } from './element-type-spec.ts'
import { figures } from './figures.ts'
import { files } from './files.ts'
import { heading } from './heading.ts'
import { image } from './image.ts'
import { relatedList } from './related-list.ts'
import { report } from './report.ts'
import { tasks } from './tasks.ts'
import { timeline } from './timeline.ts'
import { text } from './text.ts'

export type { ElementOf, ElementType, ElementTypeSpec } from './element-type-spec.ts'

/** One entry per type of element, in the order of the palette. */
export const elementTypes: { readonly [T in ElementType]: ElementTypeSpec<ElementOf<T>> } = {
  heading,
  text,
  image,
  divider,
  report,
  button,
  relatedList,
  figures,
  completeness,
  tasks,
  files,
  timeline,
}

/** The entry for an element whose type is only known at run time. */
export const specOfElement = (element: Pick<LayoutElement, 'type'>): ElementTypeSpec<LayoutElement> =>
  elementTypes[element.type] as ElementTypeSpec<LayoutElement>

/** What builders call an element: its own words, else its type. */
export const elementName = (element: LayoutElement): LocalizedText => {
  const spec = specOfElement(element)
  return spec.name(element) ?? spec.label
}
