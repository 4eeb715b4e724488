import { ProblemError } from '@pipewright/contract'
import { Icon, useSay } from '@pipewright/ui'
import { Button } from 'antd'
import { useRef, useState } from 'react'
import { useApi } from '../environment/api-context.ts'
import { useTexts } from '../texts/use-texts.ts'

const types = 'image/png,image/jpeg,image/gif,image/webp'

export interface PictureUploadProps {
  /** There is a picture, which another one replaces. */
  readonly has: boolean
  readonly onUploaded: (id: string) => void
}

/** Brings a picture that every member may see. */
export function PictureUpload({ has, onUploaded }: PictureUploadProps) {
  const t = useTexts()
  const api = useApi()
  const { message } = useSay()
  const input = useRef<HTMLInputElement>(null)
  const [busy, setBusy] = useState(false)
  const upload = async (file: File) => {
    setBusy(true)
    try {
      const { id } = await api.uploadPicture(file)
      onUploaded(id)
    } catch (error) {
      message.error(error instanceof ProblemError ? error.problem.title : t('elements.notUploaded'))
    }
    setBusy(false)
  }
  const label = t(has ? 'elements.otherPicture' : 'elements.choosePicture')
  return (
    <>
      <input
        ref={input}
        type="file"
        accept={types}
        hidden
        aria-label={label}
        onChange={(event) => {
          const [file] = event.target.files ?? []
          event.target.value = ''
          if (file !== undefined) void upload(file)
        }}
      />
      <Button block icon={<Icon name="upload" />} loading={busy} onClick={() => input.current?.click()}>
        {label}
      </Button>
    </>
  )
}
