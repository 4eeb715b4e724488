import type { ElementOf } from './layout-elements/element-type-spec.ts'
import type {
  AppDefinition,
  ElementItem,
  FieldItem,
  Form,
  Layout,
  LayoutElement,
  LayoutItem,
  Section,
} from '@pipewright/schemas'

export const isFieldItem = (item: LayoutItem): item is FieldItem => 'field' in item
export const isElementItem = (item: LayoutItem): item is ElementItem => 'element' in item

/** What an item is called in its layout: the key of its field, or of the element, which no field has. */
export const itemKey = (item: LayoutItem): string => (isFieldItem(item) ? item.field : item.element.key)

/** The fields of a section, in order. */
export const fieldsIn = ({ items }: Pick<Section, 'items'>): string[] =>
  items.filter(isFieldItem).map(({ field }) => field)

/** The fields that have a place in a layout, in order. */
export const fieldsOfLayout = (layout: Layout): string[] => layout.sections.flatMap(fieldsIn)

/** What stands in a layout between the fields, in order. */
export const elementsOfLayout = (layout: Layout): LayoutElement[] =>
  layout.sections.flatMap(({ items }) => items.filter(isElementItem).map(({ element }) => element))

/** Every layout of a form. */
export const layoutsOf = (form: Form): Layout[] => [
  form.layout,
  ...(form.layouts ?? []).map(({ layout }) => layout),
]

/** The elements of all layouts of a form. */
export const elementsOf = (form: Form): LayoutElement[] => layoutsOf(form).flatMap(elementsOfLayout)

const picturesIn = (form: Form): string[] => [
  ...elementsOf(form).flatMap((element) =>
    element.type === 'image' && element.file !== undefined ? [element.file] : [],
  ),
  ...(form.publicForms ?? []).flatMap(({ logo }) => (logo === undefined ? [] : [logo])),
]

/** The files of the pictures that an app shows: those of layouts, and logos of public pages. */
export const pictureFiles = (definition: Pick<AppDefinition, 'forms'>): ReadonlySet<string> =>
  new Set(definition.forms.flatMap(picturesIn))

/** The buttons of all layouts of a form. */
export const buttonsOf = (form: Form): ElementOf<'button'>[] =>
  elementsOf(form).filter((element) => element.type === 'button')

/** Whether it can be pressed for many records at once: nothing of it leads anywhere. */
export const isForMany = ({ actions }: ElementOf<'button'>): boolean =>
  actions.every(({ type }) => type === 'set' || type === 'convert' || type === 'submit')
