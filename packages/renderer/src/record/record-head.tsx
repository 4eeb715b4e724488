import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import type { ReactNode } from 'react'
import { MemberName } from '../controls/member-name.tsx'
import { useRenderer } from '../environment/use-renderer.ts'
import { isEmptyValue } from '../form/engine/is-empty-value.ts'
import { CellValue } from '../table/cell-value.tsx'
import { columnsOf, valueAt } from '../table/column-of-path.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordPageProps } from './record-page-props.ts'

function KeyFacts({ form, record }: { readonly form: Form; readonly record: RecordPageProps['record'] }) {
  const { index, locale, titles } = useRenderer()
  const t = useTexts()
  const facts = columnsOf(index, form.key, form.layout.keyFacts ?? [], locale).filter(
    ({ path }) => path !== form.stageField,
  )
  const owner = record.owner
  return (
    <dl className="pw-facts" aria-label={t('record.keyFacts')}>
      {facts.map((column) => (
        <div key={column.path}>
          <dt>{column.label}</dt>
          <dd>
            {isEmptyValue(valueAt(record, column.path)) ? (
              <span className="pw-quiet">–</span>
            ) : (
              <CellValue record={record} column={column} />
            )}
          </dd>
        </div>
      ))}
      {owner !== null && (
        <div>
          <dt>{t('record.owner')}</dt>
          <dd>
            <MemberName id={owner} name={record.titles[owner] ?? titles.find(owner) ?? t('value.unknown')} />
          </dd>
        </div>
      )}
    </dl>
  )
}

export interface RecordHeadProps {
  readonly form: Form
  readonly record: RecordPageProps['record']
  readonly presence: ReactNode
  readonly actions: ReactNode
  readonly stages: ReactNode
}

/** Title, stage path, key facts, actions. */
export function RecordHead({ form, record, presence, actions, stages }: RecordHeadProps) {
  const { locale } = useRenderer()
  const t = useTexts()
  const color = form.color ?? 'gray'
  return (
    <header className="pw-record-head">
      <div className="pw-record-title">
        <span
          className="pw-mark"
          aria-hidden="true"
          style={{ background: `var(--pw-${color}-surface)`, color: `var(--pw-${color}-text)` }}
        >
          <Icon name={form.icon ?? 'file-text'} />
        </span>
        <div>
          <div className="pw-quiet">{localize(form.label, locale)}</div>
          <h1>{record.title || t('table.untitled')}</h1>
        </div>
        {record.locked_by !== null && (
          <span className="pw-tag pw-locked">
            <Icon name="lock" />
            {t('record.locked')}
          </span>
        )}
        {presence}
        {actions !== undefined && <div className="pw-record-actions">{actions}</div>}
      </div>
      {stages}
      <KeyFacts form={form} record={record} />
    </header>
  )
}
