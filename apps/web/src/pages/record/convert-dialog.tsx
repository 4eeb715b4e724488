import { ProblemError, type RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Conversion, Form } from '@pipewright/schemas'
import { ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { Modal } from 'antd'
import { CallNotice } from '../../session/call-notice.tsx'
import { useText } from '../../texts/use-text.ts'
import { ConvertStep } from './convert-step.tsx'
import { useConversion } from './use-conversion.ts'

/** Shows what a conversion will make, offers existing records instead of duplicates, and does it in one go. */
export function ConvertDialog(props: {
  form: Form
  record: RecordAnswer
  conversion: Conversion
  onClose: () => void
}) {
  const text = useText()
  const locale = useUiLocale()
  const { form, record, conversion, onClose } = props
  const { call, preview, chosen, choose, convert } = useConversion(form.key, record, conversion.key, onClose)
  const problem = preview.error instanceof ProblemError ? preview.error.problem : null
  return (
    <Modal
      open
      width={640}
      title={localize(conversion.label, locale)}
      okText={text('convertGo')}
      cancelText={text('cancel')}
      okButtonProps={{ disabled: preview.data === undefined }}
      confirmLoading={call.busy}
      onOk={() => void convert()}
      onCancel={onClose}
    >
      <p className="quiet">{text('convertHint')}</p>
      <CallNotice problem={call.problem} lost={call.lost} />
      {preview.isPending && <RowsSkeleton />}
      {preview.isError && <ErrorNotice problem={problem} onRetry={() => void preview.refetch()} />}
      {preview.data?.steps.map((step) => (
        <ConvertStep
          key={step.key}
          step={step}
          titles={preview.data.titles}
          chosen={chosen(step)}
          onChoose={(id) => choose(step, id)}
        />
      ))}
    </Modal>
  )
}
