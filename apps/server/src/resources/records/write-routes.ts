import {
  createRecord,
  deleteRecord,
  nameOther,
  restoreRecord,
  setTick,
  updateRecord,
  writeTransaction,
  type RecordOutcome,
} from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { ticksAnswer, writtenAnswer } from './answers.ts'
import { orRefuse } from './refuse-record.ts'
import { writeOnce } from './write-once.ts'

/** A record may have thousands of rows of line items. */
const bodyLimit = 8 * 1024 * 1024

/** A version in the address is text; what is no whole number stays what it is and is refused as such. */
const versionIn = (text: string | undefined): unknown =>
  text !== undefined && /^\d{1,15}$/.test(text) ? Number(text) : text

/** Changing records: every change goes through the one write service, all of it or nothing. */
export function registerRecordWrites(app: FastifyInstance, services: Services): void {
  const { database } = services

  register(
    app,
    'createRecord',
    async ({ params, body, member, request, locale }) => {
      const scene = member()
      const { values, from } = body
      const input = { values, ...(from === undefined ? {} : { from }) }
      const tell = (outcome: RecordOutcome) =>
        nameOther(database, scene, outcome, { form: params.form, values })
      const written = await writeOnce(services, { scene, request, tell }, (tx) =>
        createRecord(tx, scene, params.form, input, scene.cause),
      )
      return writtenAnswer(written, locale)
    },
    { bodyLimit },
  )

  register(
    app,
    'updateRecord',
    async ({ params, body, member, locale }) => {
      const scene = member()
      const { version, values, owner } = body
      const change = { version, values, ...(owner === undefined ? {} : { owner }) }
      const outcome = await writeTransaction(database, (tx) =>
        updateRecord(tx, scene, params.form, params.id, change, scene.cause),
      )
      const at = { form: params.form, values, except: params.id }
      return writtenAnswer(orRefuse(await nameOther(database, scene, outcome, at)), locale)
    },
    { bodyLimit },
  )

  register(app, 'deleteRecord', async ({ params, query, member }) => {
    const scene = member()
    const version = versionIn(query.version)
    orRefuse(
      await writeTransaction(database, (tx) =>
        deleteRecord(tx, scene, params.form, params.id, version, scene.cause),
      ),
    )
  })

  register(app, 'setTick', async ({ params, body, member }) => {
    const scene = member()
    const outcome = await writeTransaction(database, (tx) => setTick(tx, scene, params.form, params.id, body))
    return ticksAnswer(orRefuse(outcome))
  })

  register(app, 'restoreRecord', async ({ params, body, member, locale }) => {
    const scene = member()
    const outcome = await writeTransaction(database, (tx) =>
      restoreRecord(tx, scene, params.form, params.id, body.version, scene.cause),
    )
    return writtenAnswer(orRefuse(outcome), locale)
  })
}
