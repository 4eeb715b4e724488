import type { AppDefinition } from '@pipewright/schemas'
import { Type, type Static } from 'typebox'
import { route } from '../route.ts'
import { Id, Key, Locale, Text, WorkspaceParams, Zone, closed } from '../shapes.ts'

export const TemplateCard = closed({
  key: Type.String(),
  name: Text,
  description: Text,
  contains: Type.Array(Text),
  version: Type.String(),
  sample: Type.Boolean(),
  counts: closed({
    forms: Type.Integer(),
    views: Type.Integer(),
    reports: Type.Integer(),
    roles: Type.Integer(),
  }),
})
export type TemplateCard = Static<typeof TemplateCard>

/** A picture of the layouts of an app, under the id by which they name it. */
export const AppPicture = closed({
  id: Id,
  name: Type.String({ minLength: 1, maxLength: 200 }),
  content: Type.String({ description: 'Base64. PNG, JPEG, GIF or WebP.' }),
})
export type AppPicture = Static<typeof AppPicture>

type AppFile = AppDefinition & { readonly pictures?: readonly AppPicture[] }

/** What the caller may do with the records of a form; `fields` lists only what may be read. */
export const FormRights = closed({
  create: Type.Boolean(),
  read: Type.Boolean(),
  update: Type.Boolean(),
  delete: Type.Boolean(),
  purge: Type.Boolean({ description: 'Delete for good what lies in the recycle bin.' }),
  import: Type.Boolean(),
  export: Type.Boolean(),
  share: Type.Optional(Type.Boolean({ description: 'To open single records to others.' })),
  comments: Type.Optional(
    Type.Union([Type.Literal('none'), Type.Literal('read')], {
      description: 'How far comments are kept from the caller; left out where they may be written.',
    }),
  ),
  fields: Type.Record(Type.String(), Type.Union([Type.Literal('read'), Type.Literal('write')])),
})
export type FormRights = Static<typeof FormRights>

export const Person = closed({
  id: Id,
  name: Type.String(),
  department: Type.Union([Id, Type.Null()]),
  active: Type.Boolean(),
  /** Of her roles those that a member field is limited to. */
  roles: Type.Optional(Type.Array(Type.String())),
})
export type Person = Static<typeof Person>

/** A department by name and place; not to be mixed up with what managing departments tells. */
export const DepartmentName = closed({
  id: Id,
  name: Type.String(),
  parent: Type.Union([Id, Type.Null()]),
})
export type DepartmentName = Static<typeof DepartmentName>

const SpecialDay = closed({
  day: Type.String({ pattern: '^[0-9]{4}-[0-9]{2}-[0-9]{2}$', description: 'YYYY-MM-DD' }),
  name: Type.String({ maxLength: 60, description: 'Strangers are not told it.' }),
  works: Type.Boolean({ description: 'A day that is worked, whatever its day of the week; else a day off.' }),
})
export type SpecialDay = Static<typeof SpecialDay>

const Workdays = Type.Array(Type.Integer({ minimum: 1, maximum: 7 }), {
  minItems: 1,
  maxItems: 7,
  uniqueItems: true,
  description: 'Days of the week that are worked; 1 is Monday. Monday to Friday as long as none was said.',
})
const SpecialDays = Type.Array(SpecialDay, { maxItems: 2000 })

/** Which days a workspace works. */
export const WorkingDays = closed({ workdays: Workdays, special: SpecialDays })
export type WorkingDays = Static<typeof WorkingDays>

const weeks = {
  weekStart: Type.Integer({ minimum: 1, maximum: 7, description: 'The day weeks begin on; 1 is Monday.' }),
  fiscalMonth: Type.Integer({ minimum: 1, maximum: 12, description: 'The month fiscal years begin in.' }),
}
const CalendarWeeks = closed(weeks)
export type CalendarWeeks = Static<typeof CalendarWeeks>

/** How a workspace counts weeks, fiscal years and working days. */
export const Calendar = closed({
  ...weeks,
  workdays: Type.Optional(Workdays),
  special: Type.Optional(SpecialDays),
})
export type Calendar = Static<typeof Calendar>

/** The published app as the caller may see it. */
const MapTiles = closed({
  address: Type.String({ description: 'https, with {z}, {x} and {y}.' }),
  credit: Type.String(),
  datum: Type.Union([Type.Literal('wgs84'), Type.Literal('gcj02')]),
})

export const App = closed({
  revision: Type.Integer(),
  mapTiles: Type.Optional(MapTiles),
  workspace: closed({ key: Type.String(), name: Type.String(), calendar: Calendar }),
  member: closed({
    id: Id,
    name: Type.String(),
    department: Type.Union([Id, Type.Null()]),
    roles: Type.Array(Type.String()),
    locale: Locale,
    zone: Zone,
  }),
  definition: Type.Unsafe<AppDefinition>({
    type: 'object',
    description: 'App definition without what the caller may not see (app-definition.schema.json).',
  }),
  home: closed({
    own: Type.Union([Key, Type.Null()], { description: 'Dashboard that the caller chose to begin with.' }),
    role: Type.Union([Key, Type.Null()], { description: 'Dashboard that one of his roles begins with.' }),
  }),
  rights: Type.Record(Type.String(), FormRights),
  may: closed({ build: Type.Boolean(), manageMembers: Type.Boolean(), admin: Type.Boolean() }),
  people: Type.Array(Person),
  departments: Type.Array(DepartmentName),
  openTasks: Type.Integer(),
  held: Type.Optional(
    Type.Literal(true, {
      description: 'What would leave the workspace waits after a restore; told to administrators.',
    }),
  ),
})
export type App = Static<typeof App>

export const workspaceRoutes = {
  listTemplates: route({
    method: 'GET',
    path: '/api/templates',
    auth: 'account',
    summary: 'Templates a workspace can start from',
    answer: closed({ templates: Type.Array(TemplateCard) }),
  }),
  createWorkspace: route({
    method: 'POST',
    path: '/api/workspaces',
    auth: 'account',
    summary: 'Make a workspace, blank or from a template',
    body: closed({
      name: Type.String({ minLength: 1, maxLength: 100 }),
      template: Type.Union([Type.Null(), Type.String({ maxLength: 48 })]),
      app: Type.Optional(
        Type.Unsafe<AppFile>({
          type: 'object',
          properties: { pictures: Type.Array(AppPicture, { maxItems: 1000 }) },
          description: 'The file of an app (getAppFile) to begin with instead of a template.',
        }),
      ),
      sample: Type.Boolean(),
      locale: Locale,
      zone: Zone,
      currency: Type.Optional(
        Type.String({
          pattern: '^[A-Z]{3}$',
          description:
            'ISO 4217 code of what a blank workspace, or one from a template, counts in; else as the template does.',
        }),
      ),
    }),
    status: 201,
    answer: closed({ key: Type.String() }),
  }),
  changeCalendar: route({
    method: 'PUT',
    path: '/api/w/:workspace/calendar',
    auth: 'member',
    summary: 'Say on which day weeks begin and in which month fiscal years do; for who manages members',
    params: WorkspaceParams,
    body: CalendarWeeks,
    answer: CalendarWeeks,
  }),
  changeWorkingDays: route({
    method: 'PUT',
    path: '/api/w/:workspace/calendar/working-days',
    auth: 'member',
    summary: 'Say which days are worked, with holidays and make-up days; for who manages members',
    params: WorkspaceParams,
    body: WorkingDays,
    answer: WorkingDays,
  }),
  getAppFile: route({
    method: 'GET',
    path: '/api/w/:workspace/app-file',
    auth: 'member',
    summary:
      'The published app with its pictures, without records, as a JSON file that createWorkspace takes; for builders',
    params: WorkspaceParams,
    answerKind: 'file',
  }),
  getApp: route({
    method: 'GET',
    path: '/api/w/:workspace/app',
    auth: 'member',
    summary: 'The published app as the caller may see it',
    params: WorkspaceParams,
    answer: App,
  }),
  chooseHome: route({
    method: 'PUT',
    path: '/api/w/:workspace/home',
    auth: 'member',
    summary: 'Choose the dashboard to begin with; null for what the role begins with',
    params: WorkspaceParams,
    body: closed({ dashboard: Type.Union([Key, Type.Null()]) }),
    status: 204,
  }),
  getEvents: route({
    method: 'GET',
    path: '/api/w/:workspace/events',
    auth: 'member',
    answerKind: 'stream',
    summary:
      'Server-sent events: "revision" {revision}, "tasks" {open}, "notifications" {unread}, "import" {id}, "builders" {} for builders, "views" {}',
    params: WorkspaceParams,
  }),
  getOpenApi: route({
    method: 'GET',
    path: '/api/w/:workspace/openapi.json',
    auth: 'member',
    summary: 'OpenAPI 3.1 of the forms the caller may use',
    params: WorkspaceParams,
    answer: Type.Unsafe<Record<string, unknown>>({ type: 'object', additionalProperties: true }),
  }),
}
