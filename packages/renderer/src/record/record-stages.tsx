import type { Values } from '@pipewright/contract'
import { localize, mayFollow, stageOptions } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useSay } from '@pipewright/ui'
import { useState } from 'react'
import { holdChange, type HeldChange } from '../changes/held-change.ts'
import { MissingFields } from '../changes/missing-fields.tsx'
import { problemOf } from '../environment/problem-of.ts'
import { useRenderer } from '../environment/use-renderer.ts'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordPageProps } from './record-page-props.ts'
import { StagePath } from './stage-path.tsx'

export interface RecordStagesProps {
  readonly form: Form
  readonly record: RecordPageProps['record']
  readonly writable: boolean
  readonly save: (values: Values) => Promise<boolean>
}

/** The stage path of a record; fields that a stage needs are asked for in a small form. */
export function RecordStages({ form, record, writable, save }: RecordStagesProps) {
  const { index, locale } = useRenderer()
  const { message } = useSay()
  const t = useTexts()
  const [held, setHeld] = useState<HeldChange | null>(null)
  const [going, setGoing] = useState<string | null>(null)
  const key = form.stageField
  const field = key === undefined ? undefined : index.field(form.key, key)?.field
  if (key === undefined || field === undefined) return null
  const options = stageOptions(index, form, record.values)
  const value = record.values[key]
  const go = async (to: string) => {
    setGoing(to)
    try {
      await save({ [key]: to })
    } catch (error) {
      const problem = problemOf(error)
      const problems = problem?.errors ?? []
      const stage = localize(options.find((option) => option.key === to)?.label, locale)
      const heading = t('board.fillFirst', { title: record.title, stage })
      const waiting = holdChange({ record, values: { [key]: to }, heading }, problems)
      if (waiting !== null) setHeld(waiting)
      else
        message.error(
          t('record.stageFailed', { reason: problems[0]?.message ?? problem?.title ?? t('board.lost') }),
        )
    } finally {
      setGoing(null)
    }
  }
  return (
    <>
      <StagePath
        label={t('record.stages')}
        options={options}
        value={going ?? (typeof value === 'string' ? value : null)}
        disabled={!writable || going !== null}
        mayGo={(to) => mayFollow(form, value, to)}
        onChange={(to) => void go(to)}
      />
      {held !== null && (
        <MissingFields
          form={form.key}
          held={held}
          onCancel={() => setHeld(null)}
          onFilled={async (values) => {
            await save({ ...values, ...held.values })
            setHeld(null)
          }}
        />
      )}
    </>
  )
}
