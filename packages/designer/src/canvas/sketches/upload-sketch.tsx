import type { AttachmentField } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { useTexts } from '../../texts/use-texts.ts'
import type { SketchProps } from './sketch.ts'

const icons = { files: 'paperclip', images: 'picture', signature: 'signature' } as const

export function UploadSketch({ field }: SketchProps<AttachmentField>) {
  const t = useTexts()
  const display = field.display ?? 'files'
  return (
    <div className="pwd-box" data-dashed="">
      <Icon name={icons[display]} className="pwd-quiet" />
      <span className="pwd-quiet">{t(`canvas.upload_${display}`)}</span>
    </div>
  )
}
