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
import type { AppDefinition, Dashboard, Role, Template } from '../../schemas/src/index.ts'
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

test('every text is in English and Chinese', () => {
  const walk = (value: unknown, path: string): void => {
    if (value === null || typeof value !== 'object') return
    if ('en' in value || 'zh' in value) expect(Object.keys(value).toSorted(), path).toEqual(['en', 'zh'])
    else for (const [key, inner] of Object.entries(value)) walk(inner, `${path}/${key}`)
  }
  walk({ definition, manifest }, '')
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
    expect([...right.read, ...right.write].toSorted(), right.form).toEqual(pathsOf(right.form).toSorted())
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

test('a dashboard that a role sees has no figure that it may not read', () => {
  for (const each of definition.roles.filter((one) => !one.admin))
    for (const key of each.dashboards ?? []) {
      const dashboard = definition.dashboards.find((one) => one.key === key)
      for (const widget of dashboard?.widgets ?? []) {
        const report = definition.reports.find((one) => one.key === widget.report)
        const right = each.forms.find((one) => one.form === report?.form)
        const listed = [...(right?.read ?? []), ...(right?.write ?? []), 'owner', 'created_at']
        const used = [...(report?.dimensions ?? []), ...(report?.measures ?? [])].flatMap(
          (one) => one.field?.split('.')[0] ?? [],
        )
        if (right) expect(listed, `${each.key} ${key} ${widget.key}`).toEqual(expect.arrayContaining(used))
      }
    }
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
