import { canBeAsked, canBeFound, tellsApart } from '@pipewright/metadata'
import type { Form, PublicForm } from '@pipewright/schemas'
import { Segmented } from 'antd'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { publicFields } from './new-public-form.ts'
import type { PagePart } from './page-part.ts'
import type { PublicFormChanges } from './use-public-form-change.ts'

/** What only a page that takes answers has. */
const noAnswers: PublicFormChanges = {
  elements: undefined,
  fromAddress: undefined,
  quota: undefined,
  oncePerDevice: undefined,
  answerLink: undefined,
  thanksTitle: undefined,
  thanks: undefined,
  redirect: undefined,
}

const listed = (fields: Form['fields']): PublicForm['fields'] | undefined => {
  const [first, ...rest] = fields.map(({ key }) => ({ field: key }))
  return first === undefined ? undefined : [first, ...rest]
}

/** The page as one that finds records; null where the form has nothing to ask for. */
function asFinding(form: Form, page: PublicForm): PublicFormChanges | null {
  const by = form.fields.find((field) => canBeAsked(field) && tellsApart(field))
  const chosen = new Set(page.fields.map(({ field }) => field))
  const shown = form.fields.filter((field) => chosen.has(field.key) && canBeFound(field))
  const fields = listed(shown.length > 0 ? shown : form.fields.filter(canBeFound).slice(0, 3))
  if (by === undefined || fields === undefined) return null
  return { ...noAnswers, fields, find: { by: [by.key] } }
}

function asTaking(form: Form, page: PublicForm): PublicFormChanges | null {
  const chosen = new Set(page.fields.map(({ field }) => field))
  const possible = publicFields(form)
  const kept = possible.filter(({ key }) => chosen.has(key))
  const fields = listed(kept.length > 0 ? kept : possible.slice(0, 3))
  return fields === undefined ? null : { fields, find: undefined }
}

/** Whether the page takes answers or finds records. */
export function PageKind({ form, page, change }: PagePart) {
  const t = useTexts()
  const kinds = ['answers', 'finds'] as const
  return (
    <Property label={t('publicForms.kind')} help={t('publicForms.kindHelp')} group>
      {() => (
        <Segmented
          aria-label={t('publicForms.kind')}
          value={page.find === undefined ? 'answers' : 'finds'}
          options={kinds.map((value) => ({ value, label: t(`publicForms.kind_${value}`) }))}
          onChange={(kind) => {
            const changes = kind === 'finds' ? asFinding(form, page) : asTaking(form, page)
            if (changes !== null) change(changes)
          }}
        />
      )}
    </Property>
  )
}
