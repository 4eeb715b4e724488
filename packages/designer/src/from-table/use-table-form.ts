import type { Import } from '@pipewright/contract'
import { workspaceCurrency } from '@pipewright/metadata'
import { useRenderer } from '@pipewright/renderer'
import { useSay } from '@pipewright/ui'
import { createElement, useState } from 'react'
import { useApi } from '../environment/api-context.ts'
import { useDefinition, useDesign, useDraftState, useIndex } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'
import { findRelations } from './find-relations.ts'
import { LeftRows } from './left-rows.tsx'
import { columnFields, columnsOf, tableFields, titleOf, type TableColumn } from './table-fields.ts'
import type { ChosenTable } from './table-source.tsx'

/** Rows that did not come in: all of them where the import did not end. */
const leftOf = ({ state, bad, rows }: Import): number => (state === 'done' ? bad : rows)

/** The table a form is made from, what was found in it, and the import of its rows. */
export function useTableForm(onPublished: () => void) {
  const t = useTexts()
  const api = useApi()
  const { locale, store } = useDesign()
  const definition = useDefinition()
  const index = useIndex()
  const { data } = useRenderer()
  const { message, modal } = useSay()
  const { server, waiting } = useDraftState()
  const [chosen, setChosen] = useState<ChosenTable | null>(null)
  const [columns, setColumns] = useState<readonly TableColumn[]>([])
  const scene = { locale, currency: workspaceCurrency(definition) }
  const fields = tableFields(columns, scene)
  return {
    chosen,
    columns,
    setColumns,
    fields,
    title: titleOf(columns, fields),
    /** Other changes would be published along with the form: then its rows are imported by hand. */
    canImport: server.changes.length === 0 && waiting.length === 0,
    take(table: ChosenTable) {
      const found = columnsOf(table.table)
      setChosen(table)
      setColumns(found)
      void findRelations(data, definition, index, found).then((related) =>
        // What the person has corrected meanwhile stays.
        setColumns((now) => (now === found ? related : now)),
      )
    },
    clear() {
      setChosen(null)
      setColumns([])
    },
    async importInto(form: string, file: File): Promise<void> {
      const key = 'pwd-import'
      const keys = columnFields(columns, scene).map((field) => field?.key ?? null)
      message.loading({ content: t('fromTable.importing'), key, duration: 0 })
      try {
        await store.settled()
        const published = await store.publish()
        if (!published.ok) throw new Error(published.problem?.title ?? t('bar.lostLong'))
        onPublished()
        const job = await api.importTable(form, file, keys)
        message.destroy(key)
        const count = job.rows - job.bad
        const content = t('fromTable.imported', { count: job.state === 'done' ? count : 0 })
        if (job.state === 'done' && job.bad === 0) message.success(content)
        else
          modal.warning({
            title: content,
            content: createElement(LeftRows, { count: leftOf(job), problems: job.problems }),
          })
      } catch (error) {
        message.destroy(key)
        message.error(error instanceof Error ? error.message : t('bar.lostLong'))
      }
    },
  }
}

export type TableForm = ReturnType<typeof useTableForm>
