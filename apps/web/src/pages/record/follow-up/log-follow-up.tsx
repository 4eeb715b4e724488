import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { Icon, useUiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { lazy, Suspense } from 'react'
import { useText } from '../../../texts/use-text.ts'
import { useFollowUpLog } from './use-follow-up-log.ts'

export const FollowUpSheet = lazy(async () => ({
  default: (await import('./follow-up-sheet.tsx')).FollowUpSheet,
}))

export interface LogFollowUpProps {
  readonly form: Form
  readonly record: RecordAnswer
  readonly open: boolean
  readonly onOpen: (open: boolean) => void
}

/** The fast path to what is written down most often about a record. */
export function LogFollowUp({ form, record, open, onOpen }: LogFollowUpProps) {
  const text = useText()
  const locale = useUiLocale()
  const noted = useFollowUpLog(form, record)
  if (noted === undefined) return null
  return (
    <>
      <Button icon={<Icon name={noted.form.icon ?? 'plus'} />} onClick={() => onOpen(true)}>
        {text('logRelated', { form: localize(noted.form.label, locale).toLowerCase() })}
      </Button>
      {open && (
        <Suspense fallback={null}>
          <FollowUpSheet form={form} record={record} noted={noted} onClose={() => onOpen(false)} />
        </Suspense>
      )}
    </>
  )
}
