import type { AppDefinition, ButtonAction, Form } from '@pipewright/schemas'
import { elementName } from '../layout-elements/index.ts'
import { isElementItem } from '../layout-items.ts'
import { type Segment, toPointer } from '../pointer.ts'
import type { Use } from '../where-used.ts'

/** The buttons of a form that do what is asked for, each with its place. */
function buttonsThat(definition: AppDefinition, form: Form, does: (action: ButtonAction) => boolean): Use[] {
  const at: Segment[] = ['forms', definition.forms.indexOf(form)]
  const layouts = [
    { layout: form.layout, here: [...at, 'layout'] },
    ...(form.layouts ?? []).map(({ layout }, place) => ({
      layout,
      here: [...at, 'layouts', place, 'layout'],
    })),
  ]
  return layouts.flatMap(({ layout, here }) =>
    layout.sections.flatMap(({ items }, section) =>
      items.flatMap((item, place): Use[] => {
        if (!isElementItem(item) || item.element.type !== 'button' || !item.element.actions.some(does))
          return []
        const pointer = toPointer([...here, 'sections', section, 'items', place, 'element'])
        const document = { kind: 'form' as const, key: form.key }
        return [{ pointer, kind: 'element', document, label: elementName(item.element) }]
      }),
    ),
  )
}

const formNamed = (definition: AppDefinition, key: string): Form | undefined =>
  definition.forms.find((form) => form.key === key)

/** The buttons that carry out a conversion of their form. */
export function usesOfConversion(definition: AppDefinition, key: string, conversion: string): Use[] {
  const form = formNamed(definition, key)
  return form === undefined
    ? []
    : buttonsThat(definition, form, (action) => action.type === 'convert' && action.conversion === conversion)
}

/** The buttons that submit a record to an approval. */
export const usesOfApproval = (definition: AppDefinition, workflow: string): Use[] =>
  definition.forms.flatMap((form) =>
    buttonsThat(definition, form, (action) => action.type === 'submit' && action.workflow === workflow),
  )

/** The public forms that show an element of a layout, each with its place. */
const pagesWith = (form: Form, at: readonly Segment[], element: string): Use[] =>
  (form.publicForms ?? []).flatMap(({ elements, label }, position) =>
    elements?.includes(element) === true
      ? [
          {
            pointer: toPointer([...at, 'publicForms', position, 'elements', elements.indexOf(element)]),
            kind: 'publicForm',
            document: { kind: 'form', key: form.key },
            label,
          },
        ]
      : [],
  )

/** The rules that act on an element of a layout, and the public forms that show it. */
export function usesOfElement(definition: AppDefinition, key: string, element: string): Use[] {
  const form = formNamed(definition, key)
  if (form === undefined) return []
  const at: Segment[] = ['forms', definition.forms.indexOf(form)]
  const rules = (form.rules ?? []).flatMap((rule, position) =>
    rule.effects.flatMap((effect, place): Use[] =>
      'elements' in effect && effect.elements?.includes(element) === true
        ? [
            {
              pointer: toPointer([...at, 'rules', position, 'effects', place, 'elements']),
              kind: 'rule',
              document: { kind: 'form', key },
              label: rule.label,
            },
          ]
        : [],
    ),
  )
  return [...rules, ...pagesWith(form, at, element)]
}
