import { fitView, planQuery } from '@pipewright/compiler'
import type { ViewSettings, ViewSharing } from '@pipewright/contract'
import { listDepartments, readSceneOf, type Connection } from '@pipewright/db'
import { indexDefinition, loadEdit, viewKinds } from '@pipewright/metadata'
import { refuse, refuseField } from '../../problems/refusal.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import { told } from '../draft/draft-refusal.ts'
import { orRefuse } from '../records/refuse-record.ts'
import { asView } from './view-answer.ts'

/** What a field of a view is asked for, answered like a list that asks for it: of what is hidden and of what is not there alike. */
export function refuseBadSettings(scene: MemberScene, form: string, settings: ViewSettings): void {
  const view = asView({ form, name: '-', settings })
  const loaded = loadEdit({ type: 'putView', view })
  if ('problems' in loaded) {
    const errors = told(loaded.problems, scene.actor.locale).map((error) => ({
      ...error,
      pointer: error.pointer.replace(/^\/view/, '/settings'),
    }))
    refuse('invalid', { errors })
  }
  const { columns, filter, sort } = settings
  orRefuse(planQuery(readSceneOf(scene), form, { columns, filter, sort }))
  const fitted = fitView(indexDefinition(scene.app.definition), scene.rights, view)
  const [leftOut] = fitted?.leftOut ?? []
  if (leftOut !== undefined) refuseField(`/settings/${leftOut}`, 'unknown-field')
  const missing = viewKinds[settings.type].required.find((setting) => settings[setting] === undefined)
  if (missing !== undefined) refuseField(`/settings/${missing}`, 'required')
}

/** Only roles and departments that exist, and at least one of them where it is for some. */
export async function refuseBadSharing(
  connection: Connection,
  { app, workspace }: MemberScene,
  sharing: ViewSharing,
): Promise<void> {
  if (sharing.with !== 'some') return
  if (sharing.roles.length + sharing.departments.length === 0) refuseField('/sharing', 'required')
  const roles = new Set(app.definition.roles.map(({ key }) => key))
  if (!sharing.roles.every((role) => roles.has(role))) refuseField('/sharing/roles', 'not-an-option')
  if (sharing.departments.length === 0) return
  const departments = new Set((await listDepartments(connection, workspace)).map(({ id }) => id))
  if (!sharing.departments.every((id) => departments.has(id)))
    refuseField('/sharing/departments', 'not-an-option')
}
