import type { AttachmentField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useRef, useState, type DragEvent } from 'react'
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
  const held = useRef(asTexts(props.value))
  held.current = asTexts(props.value)
  const send = async (file: File) => {
    const refusal = checkFile(props.field, file)
    if (refusal !== null) {
      const params = {
        name: file.name,
        ...(refusal.reason === 'size' ? { limit: formatBytes(refusal.limit) } : { types: refusal.types }),
      }
      return t(refusal.reason === 'size' ? 'control.fileTooLarge' : 'control.fileType', params)
    }
    try {
      const info = await data.uploadFile(file)
      held.current = [...held.current, info.id]
      props.onChange(held.current)
      return null
    } catch {
      return t('control.uploadFailed', { name: file.name })
    }
  }
  const upload = async (files: readonly File[]) => {
    const room = (props.field.maxFiles ?? 20) - held.current.length
    setRunning(files.length)
    const answers: (string | null)[] = []
    for (const file of files.slice(0, room)) answers.push(await send(file))
    setRunning(0)
    setRefusals(answers.filter((answer) => answer !== null))
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
