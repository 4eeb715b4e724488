import { mostFilesOf } from '@pipewright/metadata'
import type { AttachmentField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useRef, type DragEvent } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { asTexts } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { AttachedFiles } from './attached-files.tsx'
import { acceptOf } from './check-file.ts'
import { useUpload } from './use-upload.ts'

/** Files are uploaded at once and belong to the record when it is saved. */
export function AttachmentControl(props: ControlProps<AttachmentField>) {
  const { field, disabled = false } = props
  const t = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const { upload, running, refusals } = useUpload(props)
  const ids = asTexts(props.value)
  const isFull = ids.length >= mostFilesOf(field)
  const camera = field.capture === true
  const accept = acceptOf(field)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (!disabled && !camera) void upload([...event.dataTransfer.files])
  }
  const remove = (id: string) => {
    const left = ids.filter((other) => other !== id)
    props.onChange(left.length === 0 ? null : left)
  }
  const add = field.display === 'images' ? t('control.addImages') : t('control.addFiles')
  return (
    // Files may be dropped anywhere on it; the button inside does the same by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <fieldset
      className="pw-attachment"
      aria-label={props.label}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <AttachedFiles field={field} ids={ids} onRemove={disabled ? undefined : remove} />
      <input
        ref={input}
        type="file"
        multiple={!camera && mostFilesOf(field) > 1}
        hidden
        aria-label={props.label}
        tabIndex={-1}
        {...(accept === undefined ? {} : { accept })}
        {...(camera ? { capture: 'environment' as const } : {})}
        onChange={(event) => {
          void upload([...(event.target.files ?? [])])
          // The same file may be chosen again.
          event.target.value = ''
        }}
      />
      <Button
        id={props.id}
        size="small"
        disabled={disabled || isFull}
        loading={running > 0}
        icon={<Icon name={camera ? 'camera' : 'upload'} />}
        onClick={() => input.current?.click()}
        {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      >
        {running > 0 ? t('control.uploading') : camera ? t('control.takePhoto') : add}
      </Button>
      {!camera && !isFull && <span className="pw-quiet pw-drop-hint"> {t('control.dropFiles')}</span>}
      <div role="alert" className="pw-problem">
        {refusals.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </fieldset>
  )
}
