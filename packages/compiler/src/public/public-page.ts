import { emptyDefinition, isWritable, pictureFiles, reachesOutside } from '@pipewright/metadata'
import type { Field, Form, PublicForm } from '@pipewright/schemas'
import { compileApp, type CompiledApp } from '../app/compile-app.ts'
import { fieldPaths } from '../rights/compile-rights.ts'
import { maskDefinition } from '../rights/mask-definition.ts'
import type { FieldAccess, Rights } from '../rights/rights.ts'
import { compileFindPage } from './find-page.ts'
import { pageItems } from './page-items.ts'
import type { PublicPage } from './public-page-type.ts'
import { strangerRights } from './stranger-rights.ts'
import { withoutTools } from './without-tools.ts'

/** Whether an answer can only be made, be seen again by whoever made it, or be changed by them. */
export type AnswerRight = 'make' | 'view' | 'edit'

const demanding = (field: Field, page: PublicForm): Field =>
  page.fields.some((one) => one.field === field.key && one.required === true)
    ? ({ ...field, required: true } as Field)
    : field

/** The form as the page arranges it; its own layouts are for those who work here. */
function pageForm(form: Form, page: PublicForm): Form {
  const { layouts: _, ...rest } = form
  return {
    ...rest,
    fields: form.fields.map((field) => demanding(field, page)),
    layout: {
      sections: [{ key: 'page', columns: 1, items: pageItems(form, page) }],
      ...(form.layout.labels === undefined ? {} : { labels: form.layout.labels }),
    },
  }
}

function access(form: Form, keys: ReadonlySet<string>): Record<string, FieldAccess> {
  const fields: Record<string, FieldAccess> = {}
  for (const [path, field] of fieldPaths(form)) {
    const [own = path] = path.split('.')
    if (!keys.has(own) || reachesOutside(field)) continue
    fields[path] = isWritable(field) ? 'write' : 'read'
  }
  return fields
}

function rightsOf(form: Form, keys: ReadonlySet<string>, right: AnswerRight, record: string): Rights {
  const own = { eq: [{ var: 'id' }, record] }
  return strangerRights({
    form: form.key,
    fields: access(form, keys),
    read: own,
    create: right === 'make',
    update: right === 'edit' ? own : false,
    key: `${form.key} ${right} ${record}`,
  })
}

const shownKeys = (page: PublicForm): ReadonlySet<string> => new Set(page.fields.map(({ field }) => field))

/** Rights over the one record of an answer: its listed fields, and on making it those the address fills. */
export function publicRights({ app, form, page }: PublicPage, right: AnswerRight, record: string): Rights {
  const compiled = page.find === undefined ? app.form(form) : undefined
  if (compiled === undefined) throw new Error(`the page ${page.key} belongs to no form`)
  const hidden = right === 'make' ? (page.fromAddress ?? []).map(({ field }) => field) : []
  return rightsOf(compiled.form, new Set([...shownKeys(page), ...hidden]), right, record)
}

/** The pictures that a page shows: these files and no others may be fetched by whoever fills it in. */
export const picturesOf = ({ shown }: PublicPage): ReadonlySet<string> => pictureFiles(shown)

/** The page of a published form; undefined when the revision has none of that name. */
export function compilePublicPage(app: CompiledApp, formKey: string, key: string): PublicPage | undefined {
  const page = app.form(formKey)?.form.publicForms?.find((one) => one.key === key)
  if (page === undefined) return undefined
  if (page.find !== undefined) return compileFindPage(app, formKey, page, page.find)
  const { definition, revision } = app
  const forms = definition.forms.map((form) => (form.key === formKey ? pageForm(form, page) : form))
  const strict = compileApp({ ...definition, forms }, revision)
  const own = forms.filter((form) => form.key === formKey)
  const [form] = own
  if (form === undefined) return undefined
  const masked = maskDefinition(strict.definition, rightsOf(form, shownKeys(page), 'make', ''))
  const shown = {
    ...emptyDefinition(definition.name),
    forms: masked.forms.map(withoutTools),
    optionSets: masked.optionSets,
  }
  return { form: formKey, page, app: strict, shown }
}
