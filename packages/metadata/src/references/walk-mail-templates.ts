import type { Form } from '@pipewright/schemas'
import { fieldsInText } from '../placeholders.ts'
import type { Segment } from '../pointer.ts'
import { mention, type Walk } from './reference.ts'

const kind = 'mailTemplate'

/** Fields whose values stand in mails that are written from records of the form. */
export function walkMailTemplates(
  walk: Walk,
  { key: form, mailTemplates = [] }: Form,
  base: readonly Segment[],
): void {
  for (const [position, template] of mailTemplates.entries())
    for (const part of ['subject', 'text'] as const)
      for (const [locale, words] of Object.entries(template[part]))
        for (const path of fieldsInText(words))
          mention(
            { ...walk, label: template.label },
            [...base, 'mailTemplates', position, part, locale],
            kind,
            { kind: 'field', from: { form }, path, expects: 'placeable' },
          )
}
