import {
  isDashboard,
  isForm,
  isOptionSet,
  isReport,
  isRole,
  isTemplate,
  isView,
  isWorkflow,
} from '../../schemas/src/index.ts'
import type { AppDefinition, Dashboard, Report, Role, Template } from '../../schemas/src/index.ts'
import { loadDefinition } from '../../packages/metadata/src/index.ts'
import { expect, test } from 'vitest'
import { kinds, readDocuments, readManifest } from './read-template.ts'
import type { Kind } from './read-template.ts'

const validators = {
  forms: isForm,
  'option-sets': isOptionSet,
  views: isView,
  workflows: isWorkflow,
  reports: isReport,
  dashboards: isDashboard,
  roles: isRole,
} as const
const manifest = readManifest() as Template

function assemble(): AppDefinition {
  const documents = Object.entries(kinds).map(([kind, name]) => [
    name,
    readDocuments(kind as Kind).map((document) => document.content),
  ])
  const { name, navigation } = manifest
  return { format: 1, name, navigation, retired: [], ...Object.fromEntries(documents) } as AppDefinition
}

const definition = assemble()

const documents = Object.keys(kinds).flatMap((kind) =>
  readDocuments(kind as Kind).map((document) => ({ kind: kind as Kind, ...document })),
)

test.each(documents)('$kind/$file keeps to its schema', ({ kind, content }) => {
  const validate = validators[kind]
  validate(content)
  expect(validate.errors ?? []).toEqual([])
})

test('the manifest keeps to its schema', () => {
  isTemplate(manifest)
  expect(isTemplate.errors ?? []).toEqual([])
})

test('a file is called after the key in it; views are numbered in the order of their form', () => {
  for (const { kind, file, content } of documents) {
    const { key, form = '' } = content as { key: string; form?: string }
    const view = `^${form}-[1-9]-${key.slice(form.length + 1).replaceAll('_', '-')}\\.json$`
    expect(file).toMatch(new RegExp(kind === 'views' ? view : `^${key}\\.json$`))
  }
})

test('everything a document refers to is there', () => {
  const loaded = loadDefinition(definition)
  expect('problems' in loaded ? loaded.problems : []).toEqual([])
})

/** Places of texts that are not in both languages. */
function halfTranslated(value: unknown, path: string): string[] {
  if (value === null || typeof value !== 'object') return []
  if ('en' in value || 'zh' in value) return 'en' in value && 'zh' in value ? [] : [path]
  return Object.entries(value).flatMap(([key, inner]) => halfTranslated(inner, `${path}/${key}`))
}

test('every text is in English and Chinese', () => {
  expect(halfTranslated({ definition, manifest }, '')).toEqual([])
})

const role = (key: string): Role => definition.roles.find((each) => each.key === key) as Role

/** All fields of a form as a role lists them. */
function pathsOf(form: string): string[] {
  const fields = definition.forms.find((each) => each.key === form)?.fields ?? []
  return fields.flatMap((field) => [
    field.key,
    ...(field.type === 'lineItems' ? field.fields.map((column) => `${field.key}.${column.key}`) : []),
  ])
}

test('a manager sees every field of every form', () => {
  const rights = role('manager').forms
  expect(rights.map((right) => right.form).toSorted()).toEqual(definition.forms.map((form) => form.key))
  for (const right of rights)
    expect([...right.read, ...right.write].toSorted()).toEqual(pathsOf(right.form).toSorted())
})

test('a rep misses nothing but cost and margin, and cannot set the state of a quote', () => {
  const missing = role('rep').forms.flatMap((right) => {
    const listed = new Set([...right.read, ...right.write])
    return pathsOf(right.form)
      .filter((path) => !listed.has(path))
      .map((path) => `${right.form}.${path}`)
  })
  expect(missing.toSorted()).toEqual([
    'opportunity.cost',
    'opportunity.margin',
    'opportunity.margin_rate',
    'product.cost',
    'product.margin_rate',
    'quote.cost_total',
    'quote.items.line_cost',
    'quote.margin',
    'quote.margin_rate',
  ])
  expect(role('rep').forms.find((right) => right.form === 'quote')?.write).not.toContain('status')
})

test.each(definition.roles.filter((each) => !each.admin))(
  'what $key reads can be named and is not listed twice',
  (each) => {
    for (const right of each.forms) {
      const listed = [...right.read, ...right.write]
      expect(new Set(listed).size).toBe(listed.length)
      expect(listed).toContain(definition.forms.find((form) => form.key === right.form)?.titleField)
    }
  },
)

/** First fields of what a report shows, without the columns that every form has. */
function fieldsOf(report: Report | undefined): string[] {
  const paths = [...(report?.dimensions ?? []), ...(report?.measures ?? [])].flatMap(
    ({ field }) => field ?? [],
  )
  return paths.map((path) => path.split('.')[0] ?? '').filter((key) => key !== 'owner')
}

test('a dashboard that a role sees shows no field that it may not read', () => {
  const forbidden = definition.roles
    .filter((each) => !each.admin)
    .flatMap((each) =>
      (each.dashboards ?? []).flatMap((key) => {
        const widgets = definition.dashboards.find((one) => one.key === key)?.widgets ?? []
        const reports = widgets.map((widget) => definition.reports.find((one) => one.key === widget.report))
        return reports.flatMap((report) => {
          const right = each.forms.find((one) => one.form === report?.form)
          const listed = [...(right?.read ?? []), ...(right?.write ?? [])]
          return fieldsOf(report).flatMap((field) =>
            listed.includes(field) ? [] : [`${each.key} ${report?.key} ${field}`],
          )
        })
      }),
    )
  expect(forbidden).toEqual([])
})

test.each<Dashboard>(definition.dashboards)(
  '$key places its reports side by side within 12 columns',
  ({ widgets }) => {
    const cells = widgets.flatMap(({ x, y, w, h }) =>
      Array.from({ length: w * h }, (_, cell) => `${x + (cell % w)},${y + Math.floor(cell / w)}`),
    )
    expect(new Set(cells).size).toBe(cells.length)
    expect(Math.max(...widgets.map(({ x, w }) => x + w))).toBe(12)
  },
)

test('the board is what a person sees first of the opportunities', () => {
  expect(definition.views.find((view) => view.form === 'opportunity')).toMatchObject({
    type: 'board',
    groupBy: 'stage',
    sums: ['amount', 'expected_amount'],
  })
})
