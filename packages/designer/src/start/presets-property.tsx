import { makeKey } from '@pipewright/metadata'
import type { Form, Preset } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button } from 'antd'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { ValuesEditor } from '../workflows/values-editor.tsx'
import { useStartChange } from './use-start-change.ts'

/** Sets of values that people choose by name where they make a new record. */
export function PresetsProperty({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  const change = useStartChange(form)
  const presets = form.start?.presets ?? []
  const put = (preset: Preset, changes: Partial<Preset>) =>
    change({ presets: presets.map((one) => (one === preset ? { ...one, ...changes } : one)) })
  const add = () => {
    const key = makeKey('preset', new Set(presets.map((one) => one.key)))
    const number = presets.length + 1
    const label = { en: `Preset ${number}`, zh: `预设 ${number}` }
    change({ presets: [...presets, { key, label, values: {} }] })
  }
  return (
    <Property label={t('start.presets')} help={t('start.presetsHelp')} group>
      {() => (
        <>
          {presets.map((preset) => (
            <div key={preset.key} className="pwd-property" role="group" aria-label={read(preset.label)}>
              <div className="pwd-line">
                <div className="pwd-grow">
                  <LocalizedInput
                    label={t('start.presetName')}
                    value={preset.label}
                    onCommit={(label) => put(preset, { label })}
                  />
                </div>
                <button
                  type="button"
                  className="pwd-tool"
                  aria-label={t('start.removePreset', { name: read(preset.label) })}
                  onClick={() => change({ presets: presets.filter((one) => one !== preset) })}
                >
                  <Icon name="delete" />
                </button>
              </div>
              <ValuesEditor
                form={form}
                label={t('start.presetValues')}
                values={preset.values}
                onChange={(values = {}) => put(preset, { values })}
              />
            </div>
          ))}
          <Button size="small" icon={<Icon name="plus" />} disabled={presets.length >= 20} onClick={add}>
            {t('start.addPreset')}
          </Button>
        </>
      )}
    </Property>
  )
}
