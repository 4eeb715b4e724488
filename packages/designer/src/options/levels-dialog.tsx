import type { ChoiceField, LocalizedText } from '@pipewright/schemas'
import { Input, Modal } from 'antd'
import { useMemo, useState } from 'react'
import { useDefinition, useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import type { SheetSite } from '../inspector/sheets/sheet.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { chainBelow, levelEdits } from './level-edits.ts'
import { levelCount, readLevels } from './levels.ts'

export interface LevelsDialogProps {
  readonly field: ChoiceField
  readonly site: SheetSite
  readonly onClose: () => void
}

/** What each column of the block fills: a field that is there, or a new one with a name. */
function LevelList(props: {
  readonly rows: readonly (readonly string[])[]
  readonly known: readonly string[]
  readonly names: readonly string[]
  readonly onName: (level: number, name: string) => void
}) {
  const t = useTexts()
  return (
    <ol className="pwd-levels">
      {Array.from({ length: levelCount(props.rows) }, (_, level) => {
        const count = new Set(props.rows.map((row) => row[level] ?? '').filter(Boolean)).size
        const known = props.known[level]
        const at = level - props.known.length
        return (
          <li key={level}>
            {known ?? (
              <Input
                size="small"
                aria-label={t('options.levelName', { level: level + 1 })}
                placeholder={t('options.levelName', { level: level + 1 })}
                value={props.names[at] ?? ''}
                onChange={(event) => props.onName(at, event.target.value)}
              />
            )}
            <span className="pwd-quiet">{t('options.levelCount', { count })}</span>
          </li>
        )
      })}
    </ol>
  )
}

/** Several levels of options from a block copied from a spreadsheet: one column per level, one line per way down. */
export function LevelsDialog({ field, site, onClose }: LevelsDialogProps) {
  const t = useTexts()
  const read = useLocalized()
  const { edit, locale } = useDesign()
  const definition = useDefinition()
  const index = useIndex()
  const [text, setText] = useState('')
  const [names, setNames] = useState<readonly string[]>([])
  const form = index.form(site.form)
  const fields = index.fieldsOf(site.form, site.lineItems)
  const rows = useMemo(() => readLevels(text), [text])
  const known = [field, ...chainBelow(fields, field)].map((one) => read(one.label))
  const missing = Math.max(0, levelCount(rows) - known.length)
  const isNamed = Array.from({ length: missing }, (_, at) => names[at]?.trim() ?? '').every(
    (name) => name !== '',
  )
  const apply = () => {
    if (form === undefined) return
    const labels = names.map((name): LocalizedText => ({ [locale]: name.trim() }))
    if (edit(...levelEdits({ definition, form, site, fields, field, rows, names: labels, locale }))) onClose()
  }
  return (
    <Modal
      open
      title={t('options.levels')}
      okText={t('options.apply')}
      okButtonProps={{ disabled: levelCount(rows) === 0 || !isNamed }}
      onOk={apply}
      onCancel={onClose}
    >
      <p className="pwd-quiet">{t('options.levelsHelp')}</p>
      <Property label={t('options.levelsBlock')}>
        {(id) => (
          <Input.TextArea
            id={id}
            autoFocus
            rows={10}
            placeholder={t('options.levelsExample')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Property>
      <LevelList
        rows={rows}
        known={known}
        names={names}
        onName={(at, name) =>
          setNames(Array.from({ length: missing }, (_, i) => (i === at ? name : (names[i] ?? ''))))
        }
      />
    </Modal>
  )
}
