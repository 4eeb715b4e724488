import {
  calculateDraft,
  countRecords,
  findTaken,
  getRecord,
  queryRecords,
  readBoard,
  readGroups,
  readHistory,
  fillLimitIssue,
  readLastValues,
  roomToFill,
  readTicks,
  readCircles,
  readTree,
  searchAll,
  searchTargets,
  suggestTags,
} from '@pipewright/db'
import { fieldProblems, problemText, type Values } from '@pipewright/contract'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import {
  boardAnswer,
  historyAnswer,
  pageAnswer,
  recordAnswer,
  searchAnswer,
  ticksAnswer,
  treeAnswer,
} from './answers.ts'
import { orRefuse } from './refuse-record.ts'

/** Reading records; what may be seen is decided where each statement is planned. */
export function registerRecordReads(app: FastifyInstance, { database }: Services): void {
  register(app, 'queryRecords', async ({ params, body, member }) =>
    pageAnswer(orRefuse(await queryRecords(database, member(), params.form, body))),
  )

  register(app, 'countRecords', async ({ params, body, member }) => {
    const { count, exact } = orRefuse(await countRecords(database, member(), params.form, body))
    return { count, exact }
  })

  register(app, 'getBoard', async ({ params, body, member }) =>
    boardAnswer(orRefuse(await readBoard(database, member(), params.form, body))),
  )

  register(app, 'queryTree', async ({ params, body, member }) =>
    treeAnswer(orRefuse(await readTree(database, member(), params.form, body))),
  )

  register(app, 'queryCircles', async ({ params, body, member }) =>
    treeAnswer(orRefuse(await readCircles(database, member(), params.form, body))),
  )

  register(app, 'groupRecords', async ({ params, body, member }) => {
    const { groups, next } = orRefuse(await readGroups(database, member(), params.form, body))
    return { groups: groups.map((group) => ({ ...group, figures: [...group.figures] })), next }
  })

  register(app, 'getRecord', async ({ params, member }) =>
    recordAnswer(orRefuse(await getRecord(database, member(), params.form, params.id)).record),
  )

  register(app, 'getHistory', async ({ params, query, member }) =>
    historyAnswer(orRefuse(await readHistory(database, member(), params.form, params.id, query))),
  )

  register(app, 'suggestTags', async ({ params, query, member }) => {
    const found = orRefuse(await suggestTags(database, member(), params.form, params.field, query.q ?? ''))
    return { tags: [...found.tags] }
  })

  register(app, 'getChecklist', async ({ params, member }) =>
    ticksAnswer(orRefuse(await readTicks(database, member(), params.form, params.id))),
  )

  register(app, 'getLastValues', async ({ params, member }) => {
    const { values, titles } = await readLastValues(database, member(), params.form)
    return { values: { ...values } as Values, titles: { ...titles } }
  })

  register(app, 'getFillLimit', async ({ params, member }) => {
    const scene = member()
    const { code, params: words } = fillLimitIssue(scene, params.form)
    const may = scene.rights.forms[params.form]?.create === true
    const isFull = may && (await roomToFill(database, scene, params.form)) <= 0
    return { reached: isFull ? problemText(fieldProblems[code], scene.actor.locale, words ?? {}) : null }
  })

  register(app, 'calculateDraft', async ({ params, body, member }) => {
    const { values } = orRefuse(await calculateDraft(database, member(), params.form, body))
    return { values: { ...values } as Values }
  })

  register(app, 'findTaken', async ({ params, body, member }) => {
    const { taken } = orRefuse(await findTaken(database, member(), params.form, body.values, body.except))
    return { taken: taken.map(({ fields, record }) => ({ fields: [...fields], record })) }
  })

  register(app, 'searchAll', async ({ query, member }) => {
    return searchAnswer(await searchAll(database, member(), query.q))
  })

  register(app, 'searchTargets', async ({ body, member }) =>
    searchAnswer(orRefuse(await searchTargets(database, member(), body)).groups),
  )
}
