import { ProblemError, type CellProblem, type CellRow, type RecordAnswer } from '@pipewright/contract'
import type { RecordTableProps } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { useQueryClient } from '@tanstack/react-query'
import { useSay } from '@pipewright/ui'
import { client } from '../../../queries/client.ts'
import { refreshRecords } from '../../../queries/records.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import { newChangeSet } from '../../../undo/new-change-set.ts'
import { useOfferUndo } from '../../../undo/use-offer-undo.tsx'
import { useAskGood } from './use-ask-good.tsx'

export type Way = 'cell' | 'paste' | 'fill'
type Cells = NonNullable<RecordTableProps['cells']>

const atOnce = 50
const messageKey = 'cells'

const rowOf = ({ id, version }: RecordAnswer, rest: Pick<CellRow, 'values' | 'texts'>): CellRow => ({
  id,
  version,
  ...rest,
})

/** Sends rows some at a time and says how far it is. */
function useSend(form: Form) {
  const { workspace } = useWorkspace()
  const text = useText()
  const { message } = useSay()
  return async (rows: readonly CellRow[], options: { set: string; way: Way; check: boolean }) => {
    const all: { done: string[]; problems: CellProblem[] } = { done: [], problems: [] }
    const said = options.check ? 'cellsChecking' : 'cellsWriting'
    for (let at = 0; at < rows.length; at += atOnce) {
      if (rows.length > atOnce)
        message.loading({
          key: messageKey,
          duration: 0,
          content: text(said, { done: at, count: rows.length }),
        })
      const answer = await client.call('changeCells', {
        params: { workspace: workspace.key, form: form.key },
        body: { rows: rows.slice(at, at + atOnce), check: options.check },
        changeSet: { id: options.set, way: options.way },
      })
      all.done.push(...answer.done)
      all.problems.push(...answer.problems)
    }
    message.destroy(messageKey)
    return all
  }
}

/** Saves one cell; what stands in the way is answered. */
function useSaveCell(form: Form): Cells['save'] {
  const { workspace } = useWorkspace()
  const text = useText()
  const queries = useQueryClient()
  const offerUndo = useOfferUndo()
  return async ({ record, field }, value) => {
    const set = newChangeSet()
    try {
      await client.call('updateRecord', {
        params: { workspace: workspace.key, form: form.key, id: record.id },
        body: { version: record.version, values: { [field]: value } },
        changeSet: { id: set, way: 'cell' },
      })
    } catch (error) {
      if (!(error instanceof ProblemError)) return text('offline')
      const { problem } = error
      return problem.errors?.map((one) => one.message).join(' ') ?? problem.title
    }
    await refreshRecords(queries)
    offerUndo(text('saved'), set)
    return null
  }
}

/** Changes cells of a list: one with its reason beside it, many as one step that is tried before. */
export function useCells(form: Form): Cells {
  const save = useSaveCell(form)
  const text = useText()
  const queries = useQueryClient()
  const { message } = useSay()
  const offerUndo = useOfferUndo()
  const send = useSend(form)
  const ask = useAskGood(form)
  const fail = (error: unknown) =>
    message.error({
      key: messageKey,
      content: error instanceof ProblemError ? error.problem.title : text('offline'),
    })

  async function write(
    records: readonly RecordAnswer[],
    rows: readonly CellRow[],
    way: Way,
    beyond = 0,
    leftOut: readonly string[] = [],
  ) {
    if (rows.length === 0) return message.info({ key: messageKey, content: text('cellsNone') })
    const set = newChangeSet()
    const titles = new Map(records.map(({ id, title }) => [id, title]))
    const tried = await send(rows, { set, way, check: true })
    const good = new Set(tried.done)
    if (tried.problems.length > 0 || beyond > 0) {
      const goOn = await ask({ titles, problems: tried.problems, good: good.size, beyond })
      if (!goOn) return undefined
    }
    const chosen = rows.filter(({ id }) => good.has(id))
    const done = await send(chosen, { set, way, check: false })
    await refreshRecords(queries)
    const changed = text('cellsChanged', { count: done.done.length })
    const skipped =
      leftOut.length === 0 ? '' : ` ${text('cellsLeftOut', { columns: leftOut.join(text('cellsComma')) })}`
    if (done.done.length > 0) offerUndo(`${changed}${skipped}`, set)
    if (done.problems.length > 0) await ask({ titles, problems: done.problems, good: 0, beyond: 0 })
    return undefined
  }

  return {
    save,
    change: (rows, way) => {
      const records = rows.map(({ record }) => record)
      const lines = rows.map(({ record, values }) => rowOf(record, { values: { ...values } }))
      write(records, lines, way).catch(fail)
    },
    paste: (rows, beyond, leftOut) => {
      const records = rows.map(({ record }) => record)
      const lines = rows.map(({ record, texts }) => rowOf(record, { texts: { ...texts } }))
      write(records, lines, 'paste', beyond, leftOut).catch(fail)
    },
    onCopied: (count) =>
      message.success({ key: messageKey, duration: 2, content: text('cellsCopied', { count }) }),
  }
}
