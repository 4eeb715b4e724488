import type { ButtonAction, Expression } from '@pipewright/schemas'
import type { ElementOf } from '../layout-elements/index.ts'
import { fieldsInText } from '../placeholders.ts'
import type { Segment } from '../pointer.ts'
import { mention, type Walk } from './reference.ts'
import { walkExpression } from './walk-expression.ts'
import { ruleScope } from './walk-rules.ts'

interface Site {
  readonly form: string
  readonly at: readonly Segment[]
}

function walkValues(
  walk: Walk,
  values: Readonly<Record<string, Expression>>,
  { form, at }: Site,
  target: string,
): void {
  for (const [path, value] of Object.entries(values)) {
    const from = { form: target }
    mention(walk, [...at, path], 'element', { kind: 'field', from, path, expects: 'settableHere' })
    walkExpression(walk, value, {
      at: [...at, path],
      kind: 'element',
      scope: ruleScope(form, {}),
      assignedTo: { from, path },
    })
  }
}

function walkAction(walk: Walk, action: ButtonAction, site: Site): void {
  const { form, at } = site
  switch (action.type) {
    case 'set':
      return walkValues(walk, action.values, { form, at: [...at, 'values'] }, form)
    case 'create':
      mention(walk, [...at, 'form'], 'element', { kind: 'form', key: action.form })
      return walkValues(walk, action.values, { form, at: [...at, 'values'] }, action.form)
    case 'open':
      for (const path of fieldsInText(action.url))
        mention(walk, [...at, 'url'], 'element', {
          kind: 'field',
          from: { form },
          path,
          expects: 'placeable',
        })
      return
    case 'convert':
    case 'submit':
  }
}

/** What a button asks for and does; that its conversions and approvals exist is checked apart. */
export function walkButton(walk: Walk, element: ElementOf<'button'>, { form, at }: Site): void {
  walkExpression(walk, element.enabled, {
    at: [...at, 'enabled'],
    kind: 'element',
    scope: ruleScope(form, {}),
  })
  for (const [position, action] of element.actions.entries())
    walkAction(walk, action, { form, at: [...at, 'actions', position] })
}
