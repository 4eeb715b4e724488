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
import { FileInput } from './file-input.tsx'
import { SameName } from './same-name.tsx'
import { useChosen } from './use-chosen.ts'

const Refusals = ({ lines }: { readonly lines: readonly string[] }) => (
  <div role="alert" className="pw-problem">
    {lines.map((line) => (
      <div key={line}>{line}</div>
    ))}
  </div>
)

/** Files are uploaded at once and belong to the record when it is saved. */
export function AttachmentControl(props: ControlProps<AttachmentField>) {
  const { field, disabled = false } = props
  const t = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const { choose, replace, running, refusals, twins, asVersion, keepBoth } = useChosen(props)
  const ids = asTexts(props.value)
  const isFull = ids.length >= mostFilesOf(field)
  const camera = field.capture === true
  const accept = acceptOf(field)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (!disabled && !camera) choose([...event.dataTransfer.files])
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
      <AttachedFiles
        field={field}
        ids={ids}
        onRemove={disabled ? undefined : remove}
        onReplace={replace}
        accept={accept}
      />
      <FileInput
        input={input}
        label={props.label}
        accept={accept}
        multiple={!camera && mostFilesOf(field) > 1}
        camera={camera}
        onChosen={choose}
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
      <SameName twins={twins} onReplace={asVersion} onKeepBoth={keepBoth} />
      <Refusals lines={refusals} />
    </fieldset>
  )
}
