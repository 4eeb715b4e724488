import { Button } from 'antd'
import { useDesign } from '../environment/design-context.ts'
import { useTexts } from '../texts/use-texts.ts'

/** The published app as a file, with which a workspace can begin elsewhere. */
export function AppFile() {
  const t = useTexts()
  const { app } = useDesign()
  return (
    <Button href={`/api/w/${app.workspace.key}/app-file`} download>
      {t('review.appFile')}
    </Button>
  )
}
