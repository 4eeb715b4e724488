import type { FileInfo } from '@pipewright/contract'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useRef } from 'react'
import { useTexts } from '../../texts/use-texts.ts'
import { FileInput } from './file-input.tsx'

export interface ReplaceFileProps {
  readonly file: FileInfo
  readonly accept: string | undefined
  readonly onReplace: (by: File) => void
}

/** Lets another file stand in the place of one, which is kept as the version before. */
export function ReplaceFile({ file, accept, onReplace }: ReplaceFileProps) {
  const t = useTexts()
  const input = useRef<HTMLInputElement>(null)
  const label = t('control.newVersionOf', { name: file.name })
  return (
    <>
      <FileInput
        input={input}
        label={label}
        accept={accept}
        onChosen={([by]) => {
          if (by !== undefined) onReplace(by)
        }}
      />
      <Button
        type="text"
        size="small"
        aria-label={label}
        title={label}
        icon={<Icon name="upload" />}
        onClick={() => input.current?.click()}
      />
    </>
  )
}
