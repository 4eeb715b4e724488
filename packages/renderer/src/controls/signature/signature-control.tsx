import type { AttachmentField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { lazy, Suspense, useState } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { AttachedFiles } from '../attachment/attached-files.tsx'
import { useUpload } from '../attachment/use-upload.ts'
import { asTexts } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'

// Pen and paper come when somebody signs.
const SignatureDialog = lazy(async () => ({
  default: (await import('./signature-dialog.tsx')).SignatureDialog,
}))

/** A signature is a picture that is drawn here; signing again takes the place of the one before. */
export function SignatureControl(props: ControlProps<AttachmentField>) {
  const t = useTexts()
  const [signing, setSigning] = useState(false)
  const { upload, running, refusals } = useUpload(props)
  const ids = asTexts(props.value)
  const disabled = props.disabled ?? false
  return (
    <fieldset className="pw-attachment" aria-label={props.label}>
      <AttachedFiles
        field={props.field}
        ids={ids}
        onRemove={disabled ? undefined : () => props.onChange(null)}
      />
      <Button
        id={props.id}
        size="small"
        disabled={disabled}
        loading={running > 0}
        icon={<Icon name="signature" />}
        onClick={() => setSigning(true)}
      >
        {ids.length === 0 ? t('control.sign') : t('control.signAgain')}
      </Button>
      <div role="alert" className="pw-problem">
        {refusals.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
      {signing && (
        <Suspense fallback={null}>
          <SignatureDialog
            title={props.label}
            onSigned={(file) => {
              setSigning(false)
              void upload([file], true)
            }}
            onCancel={() => {
              setSigning(false)
              props.onBlur?.()
            }}
          />
        </Suspense>
      )}
    </fieldset>
  )
}
