import type { Values } from '@pipewright/contract'
import { Alert, Button } from 'antd'
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react'
import type { DraftBase } from '../form/kept-draft.ts'
import { RecordForm } from '../form/record-form.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordPageProps } from './record-page-props.ts'
import { systemValues } from './system-values.ts'
import { useRecordDraft } from './use-record-draft.ts'

const FieldPast = lazy(async () => ({ default: (await import('./past/field-past.tsx')).FieldPast }))

export interface RecordDetailsProps extends Pick<
  RecordPageProps,
  'form' | 'record' | 'rights' | 'drafts' | 'saving' | 'onFieldPast'
> {
  readonly writable: boolean
  readonly save: (values: Values) => Promise<boolean>
  /** Hears of what is typed; answers what it lies on. */
  readonly typed: (values: Values) => DraftBase | null
  /** Hears what words from before lie on. */
  readonly resume: (base: DraftBase) => void
}

/** The record's form, edited in place; what is typed survives a reload until it is saved or discarded. */
export function RecordDetails(props: RecordDetailsProps) {
  const { form, record, rights, drafts, writable, save, typed, resume, saving = false, onFieldPast } = props
  const t = useTexts()
  const { draft, base, restored, keep, forget, beginSave } = useRecordDraft(form, record, drafts)
  const [round, setRound] = useState(0)
  const fields = useRef<HTMLDivElement>(null)
  const system = useMemo(() => systemValues(record), [record])
  useEffect(() => {
    if (base !== null) resume(base)
  }, [base, resume])
  const discard = () => {
    typed({})
    forget()
    setRound(round + 1)
  }
  return (
    <div className="pw-details" ref={fields}>
      {restored && writable && !saving && (
        <Alert
          type="info"
          showIcon
          title={t('form.draftRestored')}
          action={
            <Button size="small" onClick={discard}>
              {t('form.draftDiscard')}
            </Button>
          }
        />
      )}
      <RecordForm
        key={round}
        form={form}
        mode={writable ? 'edit' : 'read'}
        record={record.id}
        rights={rights}
        values={record.values}
        titles={record.titles}
        system={system}
        draft={round === 0 ? draft : null}
        buttons="sticky"
        saving={saving}
        onChange={(values) => keep(values, typed(values))}
        onCancel={discard}
        onSubmit={async (change) => {
          const settle = beginSave()
          const saved = await save(change.values)
          if (saved) settle()
          return saved
        }}
      />
      {onFieldPast !== undefined && (
        <Suspense fallback={null}>
          <FieldPast root={fields} form={form} rights={rights} onOpen={onFieldPast} />
        </Suspense>
      )}
    </div>
  )
}
