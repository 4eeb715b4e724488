import { isLinePosition, lineOf } from '@pipewright/compiler'
import type { ImportPreset } from '@pipewright/contract'
import { deletePreset, listPresets, savePreset } from '@pipewright/db'
import { recordIdField } from '@pipewright/metadata'
import type { FastifyInstance } from 'fastify'
import { refuse } from '../../problems/refusal.ts'
import { register } from '../../routing/register.ts'
import type { MemberScene } from '../../scene/member-scene.ts'
import type { Services } from '../../services.ts'
import { importableForm } from './policy.ts'

const most = 200

/** What members kept for a form, without fields that the reader may not read or that are gone. */
async function presetsOf(
  { database }: Services,
  scene: MemberScene,
  form: string,
): Promise<{ presets: ImportPreset[] }> {
  const fields = scene.rights.forms[form]?.fields ?? {}
  const isReadable = (key: string | null) =>
    key === null ||
    key === recordIdField.key ||
    Object.hasOwn(fields, isLinePosition(key) ? (lineOf(key)?.items ?? '') : key)
  const found = await listPresets(database, scene.workspace, form, scene.actor.memberId)
  return {
    presets: found.map(({ columns, writes, ...preset }) => ({
      ...preset,
      columns: columns.map((column) =>
        isReadable(column.field) ? { ...column } : { name: column.name, field: null },
      ),
      writes: { ...writes, by: writes.by.filter(isReadable) },
    })),
  }
}

/** Matches of columns that are kept for files that come again. */
export function registerPresets(app: FastifyInstance, services: Services): void {
  const { database, now } = services

  register(app, 'listImportPresets', async ({ params, member }) => {
    const scene = member()
    return presetsOf(services, scene, importableForm(scene, params.form).key)
  })

  register(app, 'saveImportPreset', async ({ params, body, member }) => {
    const scene = member()
    const form = importableForm(scene, params.form).key
    const { memberId } = scene.actor
    const name = body.name.normalize('NFC').trim()
    if (name === '') refuse('invalid', { errors: [{ pointer: '/name', code: 'required' }] })
    const kept = await listPresets(database, scene.workspace, form, memberId)
    const isNew = !kept.some((one) => one.member === memberId && one.name === name)
    if (isNew && kept.length >= most) refuse('invalid', { errors: [{ pointer: '/name', code: 'too-many' }] })
    const { columns, writes } = body
    const preset = { id: scene.newId(), form, member: memberId, name, columns, writes, now: now() }
    await savePreset(database, scene.workspace, preset)
    return presetsOf(services, scene, form)
  })

  register(app, 'deleteImportPreset', async ({ params, member }) => {
    const scene = member()
    const isGone = await deletePreset(database, scene.workspace, params.id, scene.actor.memberId)
    if (!isGone) refuse('not-found')
  })
}
