import type { RowColor } from '@pipewright/schemas'
import { Icon, paletteColors, type PaletteColor } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useId } from 'react'
import { useRenderer } from '../../environment/use-renderer.ts'
import { useTexts } from '../../texts/use-texts.ts'
import type { SettingsProps } from './settings-parts.ts'

const most = 10

function ColorSelect(props: {
  readonly label: string
  readonly value: PaletteColor
  readonly onChange: (color: PaletteColor) => void
}) {
  const t = useTexts()
  const options = paletteColors.map((value) => ({ value, label: t(`arrange.${value}`) }))
  const dot = (color: unknown) => (
    <span
      aria-hidden="true"
      className="pw-color-dot"
      style={{ background: `var(--pw-${String(color)}-solid)` }}
    />
  )
  return (
    <Select
      aria-label={props.label}
      className="pw-color-select"
      value={props.value}
      options={options}
      labelRender={({ value, label }) => (
        <>
          {dot(value)}
          {label}
        </>
      )}
      optionRender={({ value, label }) => (
        <>
          {dot(value)}
          {label}
        </>
      )}
      onChange={props.onChange}
    />
  )
}

interface OneProps extends Pick<SettingsProps, 'form' | 'parts'> {
  readonly position: number
  readonly color: RowColor
  readonly onChange: (color: RowColor) => void
  readonly onUp: () => void
  readonly onRemove: () => void
}

function OneColor({ form, parts: { Words, Which }, position, color, onChange, onUp, onRemove }: OneProps) {
  const t = useTexts()
  const place = { position: position + 1 }
  return (
    <li className="pw-setting">
      <div className="pw-setting-line">
        <ColorSelect
          label={t('arrange.color', place)}
          value={color.color}
          onChange={(next) => onChange({ ...color, color: next })}
        />
        <Words
          label={t('arrange.meaning', place)}
          value={color.label}
          onCommit={(label) => onChange({ ...color, label })}
        />
        <Button
          type="text"
          icon={<Icon name="up" />}
          aria-label={t('arrange.colorUp', place)}
          disabled={position === 0}
          onClick={onUp}
        />
        <Button
          type="text"
          icon={<Icon name="close" />}
          aria-label={t('arrange.removeColor', place)}
          onClick={onRemove}
        />
      </div>
      <Which
        form={form}
        label={t('arrange.colorWhen', place)}
        value={color.when === true ? null : color.when}
        text={t('arrange.colorAlways')}
        onCommit={(when) => onChange({ ...color, when: when ?? true })}
      />
    </li>
  )
}

/** Which records have which colour, and what that means. */
export function RowColors({ form, settings, onChange, parts }: SettingsProps) {
  const id = useId()
  const t = useTexts()
  const { locale } = useRenderer()
  const colors = settings.rowColors ?? []
  const tell = (rowColors: RowColor[]) => onChange({ rowColors })
  const add = () => {
    const color =
      paletteColors.find((one) => one !== 'gray' && !colors.some((used) => used.color === one)) ?? 'gray'
    tell([...colors, { when: true, color, label: { [locale]: t(`arrange.${color}`) } }])
  }
  return (
    <section aria-labelledby={id} className="pw-settings-part">
      <h3 id={id}>{t('arrange.colors')}</h3>
      <p className="pw-quiet">{t('arrange.colorsHint')}</p>
      <ol>
        {colors.map((color, position) => (
          <OneColor
            key={position}
            form={form}
            parts={parts}
            position={position}
            color={color}
            onChange={(next) => tell(colors.map((one, at) => (at === position ? next : one)))}
            onUp={() => tell(colors.toSpliced(position, 1).toSpliced(position - 1, 0, color))}
            onRemove={() => tell(colors.toSpliced(position, 1))}
          />
        ))}
      </ol>
      {colors.length < most && (
        <Button icon={<Icon name="plus" />} onClick={add}>
          {t('arrange.addColor')}
        </Button>
      )}
    </section>
  )
}
