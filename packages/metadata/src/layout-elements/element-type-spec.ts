import type { AppDefinition, LayoutElement, LocalizedText } from '@pipewright/schemas'

export type ElementType = LayoutElement['type']
export type ElementOf<T extends ElementType> = Extract<LayoutElement, { type: T }>

/** One type of element, in words and for whoever puts it into a form. */
export interface ElementTypeSpec<E extends LayoutElement> {
  readonly type: E['type']
  readonly label: LocalizedText
  readonly description: LocalizedText
  readonly icon: string
  /** Only arranges what stands around it: alone it does not keep a section in sight. */
  readonly isDecoration: boolean
  /** Tells nothing but what the builder wrote, so that a public form may show it to anybody. */
  readonly isPublic: boolean
  /** What builders call this one; nothing where it has no words of its own. */
  name(element: E): LocalizedText | undefined
  /** Everything people read that may hold placeholders. */
  texts(element: E): readonly string[]
  /** A new one, complete from the start; undefined where the app has nothing it could show. */
  create(key: string, site: { readonly definition: AppDefinition; readonly form: string }): E | undefined
}
