import { maskDefinition, type Rights } from '@pipewright/compiler'
import type { App, FormRights } from '@pipewright/contract'
import {
  countOpenTasks,
  dayIn,
  findHold,
  listDepartments,
  listMembers,
  readHome,
  writeHome,
} from '@pipewright/db'
import { valueFields } from '@pipewright/metadata'
import type { AppDefinition, Expression } from '@pipewright/schemas'
import type { FastifyInstance } from 'fastify'
import { calendarAnswer } from '../calendar/calendar-answer.ts'
import { refuseField } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { homeOfRole } from './beginnings.ts'

/** The plain part of the rights; row conditions stay with the server. */
function formRights({ forms }: Rights): Record<string, FormRights> {
  const plain = Object.entries(forms).map(([form, compiled]) => {
    const { predicates: _predicates, ...rights } = compiled
    return [form, { ...rights, fields: { ...rights.fields } }]
  })
  return Object.fromEntries(plain) as Record<string, FormRights>
}

function textsIn(expression: Expression | undefined): string[] {
  if (typeof expression === 'string') return [expression]
  return typeof expression === 'object' && expression !== null
    ? Object.values(expression).flatMap((part: Expression) => textsIn(part))
    : []
}

/** Roles that fields of members are limited to: of others nobody has to know who holds them. */
function limitingRoles({ forms, roles }: AppDefinition): ReadonlySet<string> {
  const known = new Set(roles.map(({ key }) => key))
  const fields = forms.flatMap((form) => form.fields.flatMap(valueFields))
  return new Set(
    fields.flatMap((field) =>
      field.type === 'member' || field.type === 'members'
        ? [...(field.limit?.roles ?? []), ...textsIn(field.limit?.where).filter((text) => known.has(text))]
        : [],
    ),
  )
}

function rolesNamed(roles: readonly string[], limiting: ReadonlySet<string>): { roles?: string[] } {
  const named = roles.filter((role) => limiting.has(role))
  return named.length === 0 ? {} : { roles: named }
}

/** The published app as the caller may see it: what she may not read is not in it. */
export function registerApp(app: FastifyInstance, { database, mapTiles }: Services): void {
  register(app, 'getApp', async ({ member }): Promise<App> => {
    const scene = member()
    const { workspace, app: compiled, actor, rights, memberName } = scene
    const [people, departments, openTasks, own, hold] = await Promise.all([
      listMembers(database, workspace),
      listDepartments(database, workspace),
      countOpenTasks(database, workspace, {
        member: actor.memberId,
        now: scene.now,
        today: dayIn(actor.zone, scene.now),
      }),
      readHome(database, workspace, actor.memberId),
      rights.admin ? findHold(database, workspace) : undefined,
    ])
    const limiting = limitingRoles(compiled.definition)
    const { memberId: id, departmentId: department, roles, locale, zone } = actor
    return {
      revision: compiled.revision,
      workspace: { key: workspace.key, name: workspace.name, calendar: calendarAnswer(workspace.calendar) },
      member: { id, name: memberName, department, roles: [...roles], locale, zone },
      definition: maskDefinition(compiled.definition, rights),
      home: { own, role: homeOfRole(scene) },
      rights: formRights(rights),
      may: { build: rights.build, manageMembers: rights.manageMembers, admin: rights.admin },
      people: people.map((person) => ({
        id: person.id,
        name: person.name,
        department: person.department,
        active: person.active,
        ...rolesNamed(person.roles, limiting),
      })),
      departments: departments.map(({ id: of, name, parent }) => ({ id: of, name, parent })),
      openTasks,
      ...(hold === undefined ? {} : { held: true as const }),
      ...(mapTiles && { mapTiles: { ...mapTiles } }),
    }
  })

  register(app, 'chooseHome', async ({ body, member }) => {
    const { workspace, app: compiled, actor, rights } = member()
    const { dashboards } = maskDefinition(compiled.definition, rights)
    if (body.dashboard !== null && !dashboards.some(({ key }) => key === body.dashboard))
      refuseField('/dashboard', 'not-an-option')
    await writeHome(database, workspace, actor.memberId, body.dashboard)
  })
}
