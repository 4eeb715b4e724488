import type { RecordAnswer, Values } from '@pipewright/contract'
import { refValue } from '@pipewright/compiler'
import { localize } from '@pipewright/metadata'
import type { Expression, Form, RelatedList } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import type { RecordCount } from '../../environment/renderer-data.ts'
import { useAskForRecord, useRenderer } from '../../environment/use-renderer.ts'
import { originOf } from '../../form/start/origin.ts'
import { useCount } from '../../formats/use-count.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { RelatedLook } from './use-related.ts'

export interface RelatedHeadProps {
  readonly list: RelatedList
  readonly record: RecordAnswer
  /** Form of the record. */
  readonly from: string
  /** Form of the list. */
  readonly form: Form
  readonly title: string
  readonly count: RecordCount | undefined
  readonly look: RelatedLook
  readonly filter: Expression
  /** Opens the full form instead of quick entry. */
  readonly onCreate: ((form: string, values: Values) => void) | undefined
}

/** Makes a record that points here: in the full form, or by quick entry. */
function AddRelated({ list, record, from, form, onCreate }: RelatedHeadProps) {
  const { index, locale } = useRenderer()
  const t = useTexts()
  const ask = useAskForRecord()
  const make = onCreate ?? ((key, values) => void ask(key, values, originOf(from, record)))
  const [key = '', part] = list.field.split('.')
  const one = part === undefined ? record.id : refValue({ form: part, id: record.id })
  const isMany = index.field(list.form, list.field)?.field.type === 'relations'
  return (
    <Button
      size="small"
      icon={<Icon name="plus" />}
      aria-label={t('record.addRelated', { form: localize(form.label, locale) })}
      onClick={() => make(list.form, { [key]: isMany ? [record.id] : one })}
    >
      {t('record.add')}
    </Button>
  )
}

/** Leads to the same records as a list of their own, as they are looked for here. */
function OpenAsList({ list, look, filter, title }: RelatedHeadProps) {
  const { listUrl, openList } = useRenderer()
  const t = useTexts()
  if (listUrl === undefined) return null
  const found = { filter, search: look.search, sort: look.sort }
  return (
    <Button
      size="small"
      type="text"
      icon={<Icon name="multi-select" />}
      aria-label={t('record.relatedOpenOf', { forms: title })}
      title={t('record.relatedOpen')}
      href={listUrl(list.form, found)}
      onClick={(event) => {
        if (openList === undefined || event.metaKey || event.ctrlKey || event.shiftKey) return
        event.preventDefault()
        openList(list.form, found)
      }}
    />
  )
}

/** What a related list is called, how many there are, and what can be done with all of them. */
export function RelatedHead(props: RelatedHeadProps) {
  const { rights } = useRenderer()
  const said = useCount()
  const { title, count, list } = props
  return (
    <header>
      <h2>{title}</h2>
      {count !== undefined && <span className="pw-quiet pw-numeric">{said(count.count, count.exact)}</span>}
      <span className="pw-grow" />
      <OpenAsList {...props} />
      {rights[list.form]?.create === true && <AddRelated {...props} />}
    </header>
  )
}
