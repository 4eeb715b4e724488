import { useRenderer } from '@pipewright/renderer'
import { Button } from 'antd'
import { PictureUpload } from '../parts/picture-upload.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import type { PagePart } from './page-part.ts'

/** The picture at the top of the page. */
export function PageLogo({ page, change }: Omit<PagePart, 'form'>) {
  const t = useTexts()
  const { data } = useRenderer()
  const { logo } = page
  return (
    <Property label={t('publicForms.logo')} help={t('publicForms.logoHelp')} group>
      {() => (
        <div className="pwd-logo" role="group" aria-label={t('publicForms.logo')}>
          {logo !== undefined && <img key={logo} src={data.fileUrl(logo)} alt="" />}
          <PictureUpload has={logo !== undefined} onUploaded={(id) => change({ logo: id })} />
          {logo !== undefined && (
            <Button type="text" onClick={() => change({ logo: undefined })}>
              {t('publicForms.removeLogo')}
            </Button>
          )}
        </div>
      )}
    </Property>
  )
}
