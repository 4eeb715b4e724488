import { findDuplicates, listToldApart, tellApart, tellTogether, writeTransaction } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { orRefuse } from '../records/refuse-record.ts'

/** Records that are likely the same, and those that somebody said are not. */
export function registerDuplicates(app: FastifyInstance, { database }: Services): void {
  register(app, 'findDuplicates', async ({ params, query, member }) => {
    const asked = { possible: query.sure === 'possible', after: query.after }
    const { groups, records, next } = orRefuse(await findDuplicates(database, member(), params.form, asked))
    const answered = groups.map(({ records: own, ...group }) => ({
      ...group,
      records: own.map((record) => ({ ...record, fields: [...record.fields] })),
    }))
    return { groups: answered, records, next }
  })

  register(app, 'tellApart', async ({ params, body, member }) => {
    const scene = member()
    orRefuse(await writeTransaction(database, (tx) => tellApart(tx, scene, params.form, body.records)))
    return {}
  })

  register(app, 'tellTogether', async ({ params, body, member }) => {
    const scene = member()
    orRefuse(await writeTransaction(database, (tx) => tellTogether(tx, scene, params.form, body.records)))
    return {}
  })

  register(app, 'listToldApart', async ({ params, query, member }) => {
    const { pairs, next } = orRefuse(await listToldApart(database, member(), params.form, query.after))
    const answered = pairs.map(({ one, other, one_title, other_title, at, member: by, may }) => ({
      one: { id: one, title: one_title ?? '' },
      other: { id: other, title: other_title ?? '' },
      at,
      by,
      may,
    }))
    return { pairs: answered, next }
  })
}
