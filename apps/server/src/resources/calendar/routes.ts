import type { WorkingDays } from '@pipewright/contract'
import { announceSettings, changeCalendar, changeWorkingDays, noteForm } from '@pipewright/db'
import { countsWorkdays, parseDate } from '@pipewright/logic'
import type { FastifyInstance } from 'fastify'
import { refuse, type FieldRefusal } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { refuseUnlessManager } from '../members/check-entries.ts'

/** Days that no calendar has, and days that are listed twice. */
function refuseBadDays({ special }: WorkingDays): void {
  const seen = new Set<string>()
  const errors = special.flatMap(({ day }, at): FieldRefusal[] => {
    const pointer = `/special/${at}/day`
    if (parseDate(day) === null) return [{ pointer, code: 'bad-date' }]
    if (seen.has(day)) return [{ pointer, code: 'not-unique' }]
    seen.add(day)
    return []
  })
  if (errors.length > 0) refuse('invalid', { errors })
}

/** How the workspace counts weeks, fiscal years and working days: said by those who manage it. */
export function registerCalendar(app: FastifyInstance, { database }: Services): void {
  register(app, 'changeCalendar', async ({ body, member }) => {
    const scene = member()
    refuseUnlessManager(scene)
    await database.transaction(async (tx) => {
      await changeCalendar(tx, scene.workspace, body)
      await announceSettings(tx, scene.workspace)
    })
    return body
  })

  register(app, 'changeWorkingDays', async ({ body, member }) => {
    const scene = member()
    refuseUnlessManager(scene)
    refuseBadDays(body)
    const { workspace, actor, now } = scene
    const days = {
      workdays: body.workdays.toSorted((one, other) => one - other),
      special: body.special.toSorted((one, other) => (one.day < other.day ? -1 : 1)),
    }
    // What is stored and counts working days is calculated anew by the job.
    const counting = scene.app.definition.forms.filter(({ fields }) => countsWorkdays(fields))
    await database.transaction(async (tx) => {
      await changeWorkingDays(tx, workspace, days)
      for (const { key } of counting) await noteForm(tx, workspace, key, { by: actor.memberId, now })
      await announceSettings(tx, workspace)
    })
    return days
  })
}
