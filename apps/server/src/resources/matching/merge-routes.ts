import { getRecord, mergedInto, mergeRecords, previewMerge, writeTransaction } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { recordAnswer } from '../records/answers.ts'
import { orRefuse } from '../records/refuse-record.ts'

/** Making one record of several, and where those went. */
export function registerMerges(app: FastifyInstance, { database, announcements }: Services): void {
  register(app, 'mergeRecords', async ({ params, body, member }) => {
    const { form, id } = params
    const { version, others, choices } = body
    const request = { form, survivor: { id, version }, others, choices }
    const scene = member()
    const merged = orRefuse(await writeTransaction(database, (tx) => mergeRecords(tx, scene, request)))
    // Shares went over: rights that are remembered here are others from now on.
    announcements.tell({ subject: scene.workspace.schema, what: 'members' })
    return recordAnswer(merged.record)
  })

  register(app, 'previewMerge', async ({ params, body, member }) => {
    const found = orRefuse(await previewMerge(database, member(), params.form, params.id, body.others))
    const { records, comments, mails, tasks, back } = found
    return { records: [...records], comments, mails, tasks, back: [...back] }
  })

  register(app, 'findMerged', async ({ params, member }) => {
    const scene = member()
    const { form, id } = params
    const into = await mergedInto(database, scene, form, id)
    const found = into === undefined ? undefined : await getRecord(database, scene, form, into)
    return { into: found?.ok === true ? { id: found.record.id, title: found.record.title } : null }
  })
}
