import { suggestMapping } from '@pipewright/compiler'
import type { Values } from '@pipewright/contract'
import { readItemRows, suggestMatches } from '@pipewright/db'
import type { FastifyInstance } from 'fastify'
import { register } from '../../routing/register.ts'
import type { Services } from '../../services.ts'
import { sendSheet } from '../exports/send-sheet.ts'
import { receiveUpload } from '../files/receive-upload.ts'
import { readSheet } from '../imports/read-sheet.ts'
import { rowProblem } from '../imports/row-messages.ts'
import { itemsSheet } from './export-items.ts'
import { fillableColumns, writableItems } from './policy.ts'

const bodyLimit = 8 * 1024 * 1024
const limits = { rows: 5000, cell: 100_000 }
const looked = 200

/** Line items out of and into tables: files and what is pasted are read here, and saved with their record only. */
export function registerItems(app: FastifyInstance, services: Services): void {
  const { database, limits: own } = services

  register(
    app,
    'readItemsFile',
    async ({ params, member, request, locale }) => {
      const scene = member()
      const items = writableItems(scene, params.form, params.lineItems)
      await using upload = await receiveUpload(request, own.fileBytes)
      const sheet = await readSheet(upload.path, locale, limits)
      const samplesOf = (column: number) => sheet.rows.slice(0, looked).map((row) => row[column] ?? '')
      const columns = sheet.header.map((name, column) => ({ name, samples: samplesOf(column) }))
      const fields = fillableColumns(scene, params.form, items)
      const guess = suggestMapping(scene.app.index, fields, columns, locale)
      return { ...sheet, mapping: await suggestMatches(database, scene, items.fields, guess, samplesOf) }
    },
    { bodyLimit: own.fileBytes },
  )

  register(
    app,
    'readItems',
    async ({ params, body, member, locale }) => {
      const scene = member()
      const items = writableItems(scene, params.form, params.lineItems)
      const columns = fillableColumns(scene, params.form, items)
      const fields = new Map(columns.map((field) => [field.key, field]))
      // Rows that are pasted are not written here, so that nothing can be made with them.
      const mapping = body.mapping.map(({ makes: _makes, ...column }) => column)
      const read = await readItemRows(database, scene, fields, mapping, body.rows)
      return {
        rows: read.rows as Values[],
        titles: { ...read.titles },
        problems: read.problems.map((problem) => rowProblem(problem, locale)),
      }
    },
    { bodyLimit },
  )

  register(app, 'exportItems', async ({ params, body, member, locale, reply }) => {
    const sheet = await itemsSheet(database, member(), params, locale)
    return sendSheet(reply, { ...sheet, format: body.format })
  })
}
