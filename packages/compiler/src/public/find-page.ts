import { emptyDefinition } from '@pipewright/metadata'
import type { Expression, Field, Form, PublicForm } from '@pipewright/schemas'
import type { CompiledApp } from '../app/compile-app.ts'
import { issue, pointerTo, type Issue } from '../records/issue.ts'
import { checkValue } from '../records/values/index.ts'
import { maskDefinition } from '../rights/mask-definition.ts'
import type { CompiledFormRights, FieldAccess, Rights } from '../rights/rights.ts'
import type { PublicPage } from './public-page-type.ts'
import { strangerRights } from './stranger-rights.ts'
import { withoutTools } from './without-tools.ts'

type Find = NonNullable<PublicForm['find']>

const usualMost = 5

/** What a stranger gave, ready to be looked for; or what is wrong with it. */
export type FindRequest =
  | {
      readonly ok: true
      readonly filter: Expression
      readonly columns: readonly string[]
      readonly limit: number
    }
  | { readonly ok: false; readonly issues: readonly Issue[] }

const listed = (page: PublicForm): readonly string[] => page.fields.map(({ field }) => field)

function rightsOf(form: string, keys: readonly string[], read: Expression): Rights {
  return strangerRights({
    form,
    fields: Object.fromEntries(keys.map((key): [string, FieldAccess] => [key, 'read'])),
    read: read as CompiledFormRights['predicates']['read'],
    create: false,
    update: false,
    key: `find ${form} ${keys.join(' ')} ${JSON.stringify(read)}`,
  })
}

/** Rights to the listed fields, and to those that are asked for, of the records that may be found; to nothing else. */
export function findRights({ form, page }: PublicPage): Rights {
  const { by = [], where = true } = page.find ?? {}
  return rightsOf(form, [...new Set([...by, ...listed(page)])], where)
}

/** A field as strangers are asked for it: without what it holds records to, since it only looks for them. */
function askedField(field: Field): Field {
  const { key, label, help } = field
  const base = { key, label, ...(help === undefined ? {} : { help }), required: true }
  switch (field.type) {
    case 'phone':
      return { ...base, type: 'phone', ...(field.country === undefined ? {} : { country: field.country }) }
    case 'email':
    case 'date':
      return { ...base, type: field.type, ...(field.type === 'date' ? precisionOf(field) : {}) } as Field
    case 'number':
      return { ...base, type: 'number', scale: field.scale ?? 2 }
    case 'choice':
      return {
        ...base,
        type: 'choice',
        ...(field.options === undefined ? {} : { options: field.options }),
        ...(field.optionSet === undefined ? {} : { optionSet: field.optionSet }),
      }
    default:
      return { ...base, type: 'text', maxLength: 200 }
  }
}

const precisionOf = ({ precision }: Extract<Field, { type: 'date' }>) =>
  precision === undefined ? {} : { precision }

/** The form as the page shows it: what is asked for, and what is shown of a record. */
function shownForm(form: Form, find: Find): Form {
  const { key, label, labelPlural } = withoutTools(form)
  const by = new Set(find.by)
  const fields = form.fields.map((field) => (by.has(field.key) ? askedField(field) : field))
  return {
    key,
    label,
    labelPlural,
    titleField: find.by[0] ?? form.titleField,
    fields,
    layout: { sections: [{ key: 'page', columns: 1, items: fields.map((field) => ({ field: field.key })) }] },
  }
}

/** A page on which strangers find records. */
export function compileFindPage(app: CompiledApp, form: string, page: PublicForm, find: Find): PublicPage {
  const keys = [...new Set([...find.by, ...listed(page)])]
  const masked = maskDefinition(app.definition, rightsOf(form, keys, true))
  const shown = {
    ...emptyDefinition(app.definition.name),
    forms: masked.forms.filter(({ key }) => key === form).map((one) => shownForm(one, find)),
    optionSets: masked.optionSets,
  }
  return { form, page, app, shown }
}

/** Each field that is asked for, exactly as it was given; all of them have to be. */
export function findRequest(
  { app, form, page }: PublicPage,
  given: Readonly<Record<string, unknown>>,
): FindRequest {
  const compiled = app.form(form)
  const issues: Issue[] = []
  const same: Expression[] = []
  const by = page.find?.by ?? []
  for (const key of Object.keys(given))
    if (!by.includes(key)) issues.push(issue(pointerTo('values', key), 'unknown-field'))
  for (const key of by) {
    const field = compiled?.fields.get(key)
    const pointer = pointerTo('values', key)
    if (compiled === undefined || field === undefined) continue
    const options = compiled.options.get(key)
    const asked = askedField(field)
    const checked = checkValue(asked, given[key], options === undefined ? { pointer } : { pointer, options })
    if (!checked.ok) issues.push(...checked.issues)
    else if (checked.value === null) issues.push(issue(pointer, 'required'))
    else same.push({ eq: [{ var: key }, checked.value as string] })
  }
  if (issues.length > 0) return { ok: false, issues }
  return {
    ok: true,
    filter: same.length === 1 ? (same[0] ?? false) : { and: same },
    columns: listed(page),
    limit: page.find?.most ?? usualMost,
  }
}
