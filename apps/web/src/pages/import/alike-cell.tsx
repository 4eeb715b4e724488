import type { ImportRows } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale } from '@pipewright/ui'
import { Select } from 'antd'
import { Link } from 'react-router'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import type { Decisions, Fate } from './decisions.ts'
import { useImportText } from './use-import-text.ts'

type Row = ImportRows['rows'][number]

/** The record or the earlier row that a row looks like, and by what. */
function Looks({ form, alike }: { form: Form; alike: NonNullable<Row['alike']> }) {
  const app = useWorkspace()
  const text = useImportText()
  const locale = useUiLocale()
  const { record, fields, twice, hidden, more } = alike
  const labels = form.fields
    .filter(({ key }) => fields.includes(key))
    .map(({ label }) => localize(label, locale))
  const isGone = record === null && twice === null && hidden.length === 0
  return (
    <ul className="import-reasons">
      {record !== null && (
        <li>
          <Link to={workspacePath(app, `/f/${form.key}/${record.id}`)}>{record.title}</Link>
        </li>
      )}
      {twice !== null && <li>{text('repeats', { row: twice })}</li>}
      {hidden.map((owner) => (
        <li key={owner}>{owner === '' ? text('hidden') : text('hiddenOf', { owner })}</li>
      ))}
      {isGone && <li>{text('gone')}</li>}
      {!isGone && labels.length > 0 && (
        <li className="quiet">{text('same', { fields: labels.join(text('between')) })}</li>
      )}
      {more && <li className="quiet">{text('others')}</li>}
    </ul>
  )
}

interface AlikeCellProps {
  readonly form: Form
  readonly row: Row
  /** What was decided and is not taken over yet; left out where nothing can be decided any more. */
  readonly decisions?: Decisions | undefined
  readonly onDecide?: ((row: number, fate: Fate, record: string | null) => void) | undefined
}

/** What a row looks like, with what becomes of it. */
export function AlikeCell({ form, row, decisions, onDecide }: AlikeCellProps) {
  const text = useImportText()
  const { alike } = row
  if (alike === null) return null
  const standing = alike.fate === 'ask' ? null : alike.fate
  const fates: { value: Fate; label: string }[] = [
    { value: 'import', label: text('willImport') },
    { value: 'leave', label: text('willLeave') },
    ...(alike.mayUpdate || standing === 'update'
      ? [{ value: 'update' as const, label: text('willUpdate') }]
      : []),
  ]
  return (
    <div className="import-alike">
      <Looks form={form} alike={alike} />
      {onDecide !== undefined && (
        <Select<Fate | null>
          aria-label={text('fateOf', { row: row.row })}
          placeholder={text('choose')}
          value={decisions?.get(row.row)?.fate ?? standing}
          options={fates}
          onChange={(fate) => fate !== null && onDecide(row.row, fate, alike.record?.id ?? null)}
        />
      )}
    </div>
  )
}
