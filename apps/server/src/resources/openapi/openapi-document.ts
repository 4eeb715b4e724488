import { recordSchema, type CompiledForm, type CompiledFormRights } from '@pipewright/compiler'
import { localize } from '@pipewright/metadata'
import { Problem, Query, RecordAnswer, routes, type Route } from '@pipewright/contract'
import type { MemberScene } from '../../scene/member-scene.ts'
import { readSchema } from './read-schema.ts'

type Json = Readonly<Record<string, unknown>>

const content = (schema: unknown): Json => ({ 'application/json': { schema } })
const ref = (name: string): Json => ({ $ref: `#/components/schemas/${name}` })
const problem: Json = {
  description: 'Problem',
  content: { 'application/problem+json': { schema: ref('Problem') } },
}

interface Operation {
  readonly route: Route
  readonly body?: unknown
  readonly answer?: unknown
}

const pathOf = ({ path }: Route, workspace: string, form: string) =>
  path
    .replace(':workspace', workspace)
    .replace(':form', form)
    .replace(/:(\w+)/g, '{$1}')

function parametersOf(route: Route): Json[] {
  const names = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => name)
  const inPath = names.filter((name) => name !== 'workspace' && name !== 'form')
  const string = { type: 'string' }
  const version = { name: 'version', in: 'query', required: true, schema: string }
  return [
    ...inPath.map((name) => ({ name, in: 'path', required: true, schema: string })),
    ...(route.method === 'DELETE' ? [version] : []),
  ]
}

function operation(form: string, { route, body, answer }: Operation): Json {
  const status = String(route.status ?? 200)
  const done =
    answer === undefined ? { description: 'Done' } : { description: route.summary, content: content(answer) }
  return {
    summary: route.summary,
    tags: [form],
    parameters: parametersOf(route),
    ...(body === undefined ? {} : { requestBody: { required: true, content: content(body) } }),
    responses: { [status]: done, default: problem },
  }
}

function operationsOf(form: CompiledForm, rights: CompiledFormRights): Operation[] {
  const record = ref(form.key)
  const values = ref(`${form.key}_values`)
  const page = {
    type: 'object',
    properties: { rows: { type: 'array', items: record }, next: { type: ['string', 'null'] } },
  }
  const version = { type: 'integer' }
  const body = { type: 'object', required: ['values'], additionalProperties: false }
  const from = { type: 'object', properties: { form: { type: 'string' }, id: { type: 'string' } } }
  const create = { ...body, properties: { values, from } }
  const update = { ...body, required: ['version', 'values'], properties: { version, values } }
  return [
    ...(rights.read
      ? [
          { route: routes.queryRecords, body: Query, answer: page },
          { route: routes.getRecord, answer: record },
        ]
      : []),
    ...(rights.create ? [{ route: routes.createRecord, body: create, answer: record }] : []),
    ...(rights.update ? [{ route: routes.updateRecord, body: update, answer: record }] : []),
    ...(rights.delete ? [{ route: routes.deleteRecord }] : []),
  ]
}

function pathsOf(workspace: string, form: CompiledForm, rights: CompiledFormRights): [string, Json][] {
  const groups = Map.groupBy(operationsOf(form, rights), ({ route }) => pathOf(route, workspace, form.key))
  return [...groups].map(([path, operations]) => {
    const methods = operations.map(
      (one) => [one.route.method.toLowerCase(), operation(form.key, one)] as const,
    )
    return [path, Object.fromEntries(methods)]
  })
}

function schemasOf(form: CompiledForm, rights: CompiledFormRights): [string, unknown][] {
  const answer = RecordAnswer as unknown as { readonly properties: Json }
  const record = { ...answer, properties: { ...answer.properties, values: readSchema(form, rights) } }
  return [
    [form.key, record],
    [`${form.key}_values`, recordSchema(form, rights)],
  ]
}

const apiKey: Json = {
  type: 'http',
  scheme: 'bearer',
  description: 'An API key of this workspace (pw_…).',
}

/** The API of the workspace's own forms as this caller may use it (OpenAPI 3.1). */
export function openApiDocument({ workspace, app, rights, actor }: MemberScene): Record<string, unknown> {
  const usable = Object.entries(rights.forms).flatMap(([key, formRights]) => {
    const form = app.form(key)
    return form === undefined ? [] : [{ form, rights: formRights }]
  })
  const tags = usable.map(({ form }) => ({
    name: form.key,
    description: localize(form.form.label, actor.locale),
  }))
  return {
    openapi: '3.1.0',
    info: { title: workspace.name, version: String(app.revision) },
    tags,
    security: [{ apiKey: [] }],
    paths: Object.fromEntries(usable.flatMap((one) => pathsOf(workspace.key, one.form, one.rights))),
    components: {
      securitySchemes: { apiKey },
      schemas: Object.fromEntries([
        ['Problem', Problem],
        ...usable.flatMap((one) => schemasOf(one.form, one.rights)),
      ]),
    },
  }
}
