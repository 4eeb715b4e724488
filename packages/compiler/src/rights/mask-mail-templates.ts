import { hideInText, placeableSystemFields } from '@pipewright/metadata'
import type { Form, LocalizedText } from '@pipewright/schemas'

/** Templates of mails with the names of those fields alone that their reader may know. */
export function maskMailTemplates(
  templates: Form['mailTemplates'],
  known: (field: string) => boolean,
): Pick<Form, 'mailTemplates'> {
  if (templates === undefined) return {}
  const isKnown = (field: string) => placeableSystemFields.has(field) || known(field)
  const masked = (words: LocalizedText): LocalizedText => {
    const { en, zh } = words
    return {
      ...(en === undefined ? {} : { en: hideInText(en, isKnown) }),
      ...(zh === undefined ? {} : { zh: hideInText(zh, isKnown) }),
    }
  }
  return {
    mailTemplates: templates.map((template) => ({
      ...template,
      subject: masked(template.subject),
      text: masked(template.text),
    })),
  }
}
