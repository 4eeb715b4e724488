import type { AppDefinition, ButtonAction, Form, Layout } from '@pipewright/schemas'
import { isFieldItem } from '../layout-items.ts'
import { type Segment, toPointer } from '../pointer.ts'
import { type Problem, problem } from '../problem.ts'

/** What a button carries out exists for its form. */
function checkAction(
  definition: AppDefinition,
  form: Form,
  action: ButtonAction,
  at: readonly Segment[],
): Problem[] {
  if (action.type === 'convert')
    return form.conversions?.some(({ key }) => key === action.conversion) === true
      ? []
      : [
          problem('unknown-target', toPointer([...at, 'conversion']), {
            what: 'conversion',
            key: action.conversion,
          }),
        ]
  if (action.type === 'submit')
    return definition.workflows.some(({ key, form: of }) => key === action.workflow && of === form.key)
      ? []
      : [
          problem('unknown-target', toPointer([...at, 'workflow']), {
            what: 'workflow',
            key: action.workflow,
          }),
        ]
  return []
}

const checkLayout = (
  definition: AppDefinition,
  form: Form,
  layout: Layout,
  at: readonly Segment[],
): Problem[] =>
  layout.sections.flatMap(({ items }, section) =>
    items.flatMap((item, place) =>
      isFieldItem(item) || item.element.type !== 'button'
        ? []
        : item.element.actions.flatMap((action, position) =>
            checkAction(
              definition,
              form,
              action,
              at.concat('sections', section, 'items', place, 'element', 'actions', position),
            ),
          ),
    ),
  )

/** The conversions and approvals that buttons of any layout name. */
export const checkButtons = (definition: AppDefinition): Problem[] =>
  definition.forms.flatMap((form, position) => {
    const at = ['forms', position]
    return [
      ...checkLayout(definition, form, form.layout, [...at, 'layout']),
      ...(form.layouts ?? []).flatMap((further, place) =>
        checkLayout(definition, form, further.layout, [...at, 'layouts', place, 'layout']),
      ),
    ]
  })
