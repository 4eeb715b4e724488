import type { RendererData } from '@pipewright/renderer'
import { Icon, useMedia } from '@pipewright/ui'
import { Button, Drawer } from 'antd'
import { useRef, useState } from 'react'
import { Canvas } from '../canvas/canvas.tsx'
import { DesignDrag } from '../dnd/design-drag.tsx'
import { useDesign, useArrangedForm } from '../environment/design-context.ts'
import { NoForm } from '../forms/no-form.tsx'
import { Inspector } from '../inspector/inspector.tsx'
import { Palette } from '../palette/palette.tsx'
import { Preview } from '../preview/preview.tsx'
import { useTexts } from '../texts/use-texts.ts'

type Sheet = 'palette' | 'inspector'

/** On a narrow screen palette and inspector come up from below. */
function NarrowSheets() {
  const t = useTexts()
  const [sheet, setSheet] = useState<Sheet | null>(null)
  const close = () => setSheet(null)
  return (
    <div className="pwd-narrow-bar">
      <Button icon={<Icon name="plus" />} onClick={() => setSheet('palette')}>
        {t('page.add')}
      </Button>
      <Button icon={<Icon name="setting" />} onClick={() => setSheet('inspector')}>
        {t('page.properties')}
      </Button>
      <Drawer
        open={sheet === 'palette'}
        placement="bottom"
        size="80%"
        title={t('page.add')}
        onClose={close}
        destroyOnHidden
      >
        <Palette onAdded={close} />
      </Drawer>
      <Drawer
        open={sheet === 'inspector'}
        placement="bottom"
        size="80%"
        title={t('page.properties')}
        onClose={close}
        destroyOnHidden
      >
        <Inspector />
      </Drawer>
    </div>
  )
}

/** Palette, canvas and inspector of the form that is open; with the form at work in place of the canvas when asked. */
export function FieldsArea({
  preview,
  records,
}: {
  readonly preview: boolean
  readonly records: RendererData
}) {
  const t = useTexts()
  const form = useArrangedForm()
  const frame = useRef<HTMLDivElement>(null)
  const narrow = useMedia('(max-width: 959px)')
  const { form: key } = useDesign()
  if (form === undefined) return <NoForm />
  return (
    <DesignDrag form={form} canvas={frame}>
      <div className="pwd-panes">
        {!narrow && (
          <aside className="pwd-pane" data-side="start" aria-label={t('page.palette')}>
            <Palette />
          </aside>
        )}
        {preview ? <Preview key={key} form={form} records={records} /> : <Canvas form={form} frame={frame} />}
        {!narrow && (
          <aside className="pwd-pane" data-side="end" aria-label={t('page.properties')}>
            <Inspector />
          </aside>
        )}
      </div>
      {narrow && !preview && <NarrowSheets />}
    </DesignDrag>
  )
}
