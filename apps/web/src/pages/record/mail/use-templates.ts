import type { RecordAnswer } from '@pipewright/contract'
import { fillText, localize } from '@pipewright/metadata'
import { systemField, useFormat, useRenderer } from '@pipewright/renderer'
import type { Form, MailTemplate } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { useState } from 'react'
import type { MailDraft } from './mail-draft.ts'
import { placeTemplate, type PlacedTemplate } from './place-template.ts'

/** Fills templates in with values of a record as they stand on its page; undefined where the reader may not know of one. */
function useFilled(form: Form, record: RecordAnswer) {
  const { index } = useRenderer()
  const format = useFormat(record.titles)
  const own = record as unknown as Readonly<Record<string, undefined>>
  return (key: string): string | undefined => {
    const field = index.fieldsOf(form.key).find((one) => one.key === key) ?? systemField(key)
    return field && format(field, record.values[key] ?? own[key])
  }
}

/** The templates of a form, and what puts one into a mail; `lacks` says that a value was left out. */
export function useTemplates(
  { form, record, draft }: { form: Form; record: RecordAnswer; draft: MailDraft },
  write: (changes: Partial<MailDraft>) => void,
) {
  const locale = useUiLocale()
  const valueOf = useFilled(form, record)
  const [last, setLast] = useState<PlacedTemplate>()
  const [lacks, setLacks] = useState(false)
  const choose = ({ subject, text }: MailTemplate) => {
    const [title, words] = [subject, text].map((part) => fillText(localize(part, locale), valueOf))
    if (title === undefined || words === undefined) return
    const placed = placeTemplate(draft, { subject: title.text, text: words.text }, last)
    setLast(placed)
    setLacks(title.lacks || words.lacks)
    write({ subject: placed.subject, text: placed.text })
  }
  const templates = (form.mailTemplates ?? []).map((template) => ({
    key: template.key,
    label: localize(template.label, locale),
    choose: () => choose(template),
  }))
  return { templates, lacks }
}
