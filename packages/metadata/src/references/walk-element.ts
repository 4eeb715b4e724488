import type { FormattedText, LayoutElement } from '@pipewright/schemas'
import { fieldsInText } from '../placeholders.ts'
import type { Segment } from '../pointer.ts'
import { mention, mentionFields, type Walk } from './reference.ts'
import { walkButton } from './walk-button.ts'
import { walkExpression } from './walk-expression.ts'
import { walkRelated } from './walk-related.ts'
import { ruleScope } from './walk-rules.ts'

interface Site {
  readonly form: string
  readonly at: readonly Segment[]
}

/** Fields whose values stand in a text. */
function walkText(walk: Walk, texts: FormattedText | undefined, { form, at }: Site): void {
  for (const [locale, text] of Object.entries(texts ?? {}))
    for (const path of fieldsInText(text))
      mention(walk, [...at, locale], 'element', {
        kind: 'field',
        from: { form },
        path,
        expects: 'placeable',
      })
}

function walkReport(
  walk: Walk,
  element: Extract<LayoutElement, { type: 'report' }>,
  { form, at }: Site,
): void {
  const { report: key, recordField } = element
  mention(walk, [...at, 'report'], 'element', { kind: 'report', key })
  const counted = walk.index.report(key)?.form
  if (recordField !== undefined && counted !== undefined)
    mention(walk, [...at, 'recordField'], 'element', {
      kind: 'field',
      from: { form: counted },
      path: recordField,
      expects: { relationTo: form, many: true },
    })
}

/** What an element shows, and when. */
export function walkElement(walk: Walk, element: LayoutElement, site: Site): void {
  const { form, at } = site
  walkExpression(walk, element.when, {
    at: [...at, 'when'],
    kind: 'element',
    scope: ruleScope(form, {}),
  })
  switch (element.type) {
    case 'heading':
      return walkText(walk, element.text, { form, at: [...at, 'text'] })
    case 'text':
      return walkText(walk, element.html, { form, at: [...at, 'html'] })
    case 'divider':
      return walkText(walk, element.label, { form, at: [...at, 'label'] })
    case 'image':
      return undefined
    case 'button':
      return walkButton(walk, element, site)
    case 'report':
      return walkReport(walk, element, site)
    case 'relatedList':
      return walkRelated(walk, form, element.list, [...at, 'list'])
    case 'figures':
      return mentionFields(walk, [...at, 'fields'], 'element', {
        from: { form },
        paths: element.fields,
        expects: 'oneValue',
      })
    case 'completeness':
      return mentionFields(walk, [...at, 'fields'], 'element', {
        from: { form },
        paths: element.fields,
        expects: 'filledIn',
      })
    case 'tasks':
    case 'files':
    case 'timeline':
      return undefined
  }
}
