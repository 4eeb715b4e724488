import { Icon } from '@pipewright/ui'
import { useTexts } from '../../texts/use-texts.ts'

export function UploadSketch() {
  const t = useTexts()
  return (
    <div className="pwd-box" data-dashed="">
      <Icon name="paperclip" className="pwd-quiet" />
      <span className="pwd-quiet">{t('canvas.upload')}</span>
    </div>
  )
}
