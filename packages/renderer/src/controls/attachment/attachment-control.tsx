import type { AttachmentField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
import { useLatest } from '../../environment/use-latest.ts'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import { asTexts } from '../control-attributes.ts'
import type { ControlProps } from '../field-control.ts'
import { checkFile, formatBytes } from './check-file.ts'
import { FileList } from './file-list.tsx'

function useUpload(props: ControlProps<AttachmentField>) {
  const { data } = useRenderer()
  const t = useTexts()
  const [running, setRunning] = useState(0)
  const [refusals, setRefusals] = useState<readonly string[]>([])
  const held = useLatest(asTexts(props.value))
  const tell = useLatest(props.onChange)
  const send = async (file: File): Promise<{ id: string } | { refusal: string }> => {
    const refused = checkFile(props.field, file)
    if (refused?.reason === 'size')
      return { refusal: t('control.fileTooLarge', { name: file.name, limit: formatBytes(refused.limit) }) }
    if (refused?.reason === 'type')
      return { refusal: t('control.fileType', { name: file.name, types: refused.types }) }
    try {
      return { id: (await data.uploadFile(file)).id }
    } catch {
      return { refusal: t('control.uploadFailed', { name: file.name }) }
    }
  }
  const upload = async (files: readonly File[]) => {
    const room = (props.field.maxFiles ?? 20) - held.current.length
    setRunning(files.length)
    const told: string[] = []
    const added: string[] = []
    for (const file of files.slice(0, room)) {
      const answer = await send(file)
      if ('refusal' in answer) told.push(answer.refusal)
      else {
        added.push(answer.id)
        tell.current([...asTexts(props.value), ...added])
      }
    }
    setRunning(0)
    setRefusals(told)
  }
  return { upload, running, refusals }
}

/** Files are uploaded at once and belong to the record when it is saved. */
export function AttachmentControl(props: ControlProps<AttachmentField>) {
  const t = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const { upload, running, refusals } = useUpload(props)
  const ids = asTexts(props.value)
  const drop = (event: DragEvent) => {
    event.preventDefault()
    if (!props.disabled) void upload([...event.dataTransfer.files])
  }
  return (
    // Files may be dropped anywhere on it; the button inside does the same by keyboard.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- see above
    <fieldset
      className="pw-attachment"
      aria-label={props.label}
      onDragOver={(event) => event.preventDefault()}
      onDrop={drop}
    >
      <FileList
        ids={ids}
        onRemove={
          props.disabled
            ? undefined
            : (id) => {
                const left = ids.filter((other) => other !== id)
                props.onChange(left.length === 0 ? null : left)
              }
        }
      />
      <input
        ref={input}
        type="file"
        multiple
        hidden
        aria-label={props.label}
        tabIndex={-1}
        onChange={(event) => void upload([...(event.target.files ?? [])])}
      />
      <Button
        id={props.id}
        size="small"
        disabled={props.disabled ?? false}
        loading={running > 0}
        icon={<Icon name="upload" />}
        onClick={() => input.current?.click()}
        {...(props.onBlur === undefined ? {} : { onBlur: props.onBlur })}
      >
        {running > 0 ? t('control.uploading') : t('control.addFiles')}
      </Button>
      <span className="pw-quiet"> {t('control.dropFiles')}</span>
      <div role="alert" className="pw-problem">
        {refusals.map((line) => (
          <div key={line}>{line}</div>
        ))}
      </div>
    </fieldset>
  )
}
