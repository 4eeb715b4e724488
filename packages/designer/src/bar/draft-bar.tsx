import { Icon, useNarrow, useSay } from '@pipewright/ui'
import { Badge, Button } from 'antd'
import { useState } from 'react'
import { useDesign, useDraftState } from '../environment/design-context.ts'
import { formAreas } from '../environment/selection.ts'
import { OtherBuilders } from '../builders/other-builders.tsx'
import { FormPicker } from '../forms/form-picker.tsx'
import { ReviewDrawer } from '../review/review-drawer.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { KeyHelp } from './key-help.tsx'
import { SaveState } from './save-state.tsx'
import { ToolButton } from './tool-button.tsx'
import { useCommands, useUndoKeys } from './use-commands.ts'

export interface DraftBarProps {
  readonly preview: boolean
  readonly onPreview: (preview: boolean) => void
  readonly onClose: () => void
  readonly onPublished: () => void
}

/** Asks before the draft is thrown away, and names what goes. */
function useDiscard(report: ReturnType<typeof useCommands>['report']) {
  const t = useTexts()
  const { modal } = useSay()
  const { store } = useDesign()
  return (count: number) =>
    modal.confirm({
      title: t('bar.discardTitle'),
      content: t('bar.discardText', { count }),
      okText: t('bar.discard'),
      okButtonProps: { danger: true },
      onOk: async () => {
        await report(store.discard())
      },
    })
}

function BarTools({ preview, onPreview }: Pick<DraftBarProps, 'preview' | 'onPreview'>) {
  const t = useTexts()
  const narrow = useNarrow()
  const { area } = useDesign()
  const { server, waiting, busy } = useDraftState()
  const commands = useCommands()
  useUndoKeys(commands)
  const discard = useDiscard(commands.report)
  const count = server.changes.length
  const isChanged = count > 0 || waiting.length > 0
  return (
    <>
      <ToolButton
        icon="undo"
        label={t('bar.undo')}
        keys="Ctrl Z"
        disabled={!commands.canUndo}
        onClick={() => void commands.undo()}
      />
      <ToolButton
        icon="redo"
        label={t('bar.redo')}
        keys="Ctrl Shift Z"
        disabled={!commands.canRedo}
        onClick={() => void commands.redo()}
      />
      <ToolButton
        icon="delete"
        label={t('bar.discard')}
        disabled={!isChanged || busy}
        onClick={() => discard(count)}
      />
      {area === 'fields' && !narrow && <KeyHelp />}
      {area === 'fields' && (
        <ToolButton
          icon="eye"
          label={t('bar.preview')}
          pressed={preview}
          onClick={() => onPreview(!preview)}
        />
      )}
    </>
  )
}

/** Where the draft stands, and what can be done with all of it. */
export function DraftBar({ preview, onPreview, onClose, onPublished }: DraftBarProps) {
  const t = useTexts()
  const narrow = useNarrow()
  const { area } = useDesign()
  const { server, waiting } = useDraftState()
  const [reviewing, setReviewing] = useState(false)
  const count = server.changes.length
  const isChanged = count > 0 || waiting.length > 0
  return (
    <header className="pwd-bar">
      <Button type="text" icon={<Icon name="close" />} aria-label={t('bar.close')} onClick={onClose} />
      {formAreas.has(area) && <FormPicker />}
      <SaveState />
      <span className="pwd-bar-gap" />
      <OtherBuilders />
      <BarTools preview={preview} onPreview={onPreview} />
      <Button
        type="primary"
        disabled={!isChanged}
        onClick={() => setReviewing(true)}
        // What is read aloud has to hold what is seen.
        aria-label={
          isChanged || narrow
            ? t('bar.reviewLong', { count })
            : `${t('bar.noChanges')} · ${t('bar.reviewLong', { count })}`
        }
      >
        {narrow ? (
          <Badge dot={isChanged} offset={[4, -2]}>
            <span className="pwd-on-accent">{t('bar.review')}</span>
          </Badge>
        ) : (
          t(isChanged ? 'bar.reviewLong' : 'bar.noChanges', { count })
        )}
      </Button>
      <ReviewDrawer open={reviewing} onClose={() => setReviewing(false)} onPublished={onPublished} />
    </header>
  )
}
