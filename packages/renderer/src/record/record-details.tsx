import type { Values } from '@pipewright/contract'
import { Alert, Button } from 'antd'
import { useMemo, useState } from 'react'
import { RecordForm } from '../form/record-form.tsx'
import { useRenderer } from '../environment/use-renderer.ts'
import { draftKey, useFormDraft } from '../form/use-form-draft.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordPageProps } from './record-page-props.ts'
import { systemValues } from './system-values.ts'

export interface RecordDetailsProps extends Pick<RecordPageProps, 'form' | 'record' | 'rights' | 'drafts'> {
  readonly writable: boolean
  readonly save: (values: Values) => Promise<boolean>
  /** Hears of what is typed. */
  readonly typed: (values: Values) => void
}

/** The record's form, edited in place; what is typed survives a reload until it is saved or discarded. */
export function RecordDetails({ form, record, rights, drafts, writable, save, typed }: RecordDetailsProps) {
  const t = useTexts()
  const { draft, keep, forget } = useFormDraft(draftKey(useRenderer().me, form, record.id), drafts)
  const [round, setRound] = useState(0)
  const [restored, setRestored] = useState(draft !== null)
  const system = useMemo(() => systemValues(record), [record])
  const discard = () => {
    forget()
    setRestored(false)
    setRound(round + 1)
  }
  return (
    <div className="pw-details">
      {restored && writable && (
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
        onChange={(values) => {
          typed(values)
          keep(values)
        }}
        onCancel={discard}
        onSubmit={async (change) => {
          const saved = await save(change.values)
          if (saved) {
            forget()
            setRestored(false)
          }
          return saved
        }}
      />
    </div>
  )
}
