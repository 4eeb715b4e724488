import { refValue } from '@pipewright/compiler'
import type { RecordAnswer, Values } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { RelatedList as RelatedListDocument } from '@pipewright/schemas'
import { EmptyState, ErrorNotice, Icon, RowsSkeleton } from '@pipewright/ui'
import { useQuery } from '@tanstack/react-query'
import { Button } from 'antd'
import { useMemo } from 'react'
import { problemOf } from '../environment/problem-of.ts'
import { useAskForRecord, useRenderer } from '../environment/use-renderer.ts'
import { originOf } from '../form/start/origin.ts'
import { useCount } from '../formats/use-count.ts'
import { columnsOf } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'
import { RelatedRows } from './related-rows.tsx'

export interface RelatedListProps {
  readonly list: RelatedListDocument
  readonly record: RecordAnswer
  /** Form of the record. */
  readonly from: string
  /** Opens the full form instead of quick entry. */
  readonly onCreate?: ((form: string, values: Values) => void) | undefined
}

const shown = 20

function useRelated({ list, record }: RelatedListProps, columns: readonly string[]) {
  const { data, index } = useRenderer()
  const isMany = index.field(list.form, list.field)?.field.type === 'relations'
  const filter = isMany
    ? { hasAny: [{ var: list.field }, [record.id]] }
    : { eq: [{ var: list.field }, record.id] }
  const page = useQuery({
    queryKey: ['records', list.form, 'related', list.field, record.id, columns],
    queryFn: () => data.queryRecords(list.form, { filter, limit: shown, columns: [...columns] }),
  })
  const count = useQuery({
    queryKey: ['records', list.form, 'relatedCount', list.field, record.id],
    queryFn: () => data.countRecords(list.form, { filter }),
  })
  return { page, count }
}

/** Makes a record from here: in the full form, or by quick entry. */
function useMaking({ record, from, onCreate }: RelatedListProps): (form: string, values: Values) => void {
  const ask = useAskForRecord()
  return onCreate ?? ((form, values) => void ask(form, values, originOf(from, record)))
}

/** Records of another form that point here, with their number and quick entry. */
export function RelatedList(props: RelatedListProps) {
  const { list, record } = props
  const { index, locale, rights } = useRenderer()
  const t = useTexts()
  const said = useCount()
  const make = useMaking(props)
  const form = index.form(list.form)
  const paths = useMemo(() => {
    if (form === undefined) return []
    const chosen = list.columns ?? [form.titleField, ...(form.layout.keyFacts ?? [])]
    return [...new Set(chosen)].filter((path) => path !== list.field.split('.')[0])
  }, [form, list])
  const columns = useMemo(() => columnsOf(index, list.form, paths, locale), [index, list.form, paths, locale])
  const { page, count } = useRelated(
    props,
    columns.map(({ path }) => path),
  )
  const right = rights[list.form]
  if (form === undefined || right?.read !== true) return null
  const name = localize(form.label, locale)
  const plural = localize(form.labelPlural, locale)
  const isMany = index.field(list.form, list.field)?.field.type === 'relations'
  const [key = '', part] = list.field.split('.')
  const one = part === undefined ? record.id : refValue({ form: part, id: record.id })
  const values = { [key]: isMany ? [record.id] : one }
  const add = right.create && (
    <Button
      size="small"
      icon={<Icon name="plus" />}
      aria-label={t('record.addRelated', { form: name })}
      onClick={() => make(list.form, values)}
    >
      {t('record.add')}
    </Button>
  )
  return (
    <section className="pw-related" aria-label={plural}>
      <header>
        <h2>{plural}</h2>
        {count.data !== undefined && (
          <span className="pw-quiet pw-numeric">{said(count.data.count, count.data.exact)}</span>
        )}
        <span className="pw-grow" />
        {add}
      </header>
      {page.isError && <ErrorNotice problem={problemOf(page.error)} onRetry={() => void page.refetch()} />}
      {page.isPending && <RowsSkeleton rows={3} />}
      {page.data?.rows.length === 0 && (
        <EmptyState
          icon={form.icon ?? 'inbox'}
          title={t('record.relatedEmpty', { forms: plural })}
          text={t('record.relatedEmptyText')}
        />
      )}
      {page.data !== undefined && page.data.rows.length > 0 && (
        <RelatedRows form={list.form} rows={page.data.rows} columns={columns} titleField={form.titleField} />
      )}
    </section>
  )
}
