import type { RendererData } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { Icon, useNarrow } from '@pipewright/ui'
import { Segmented, Select } from 'antd'
import { useState, type MouseEvent } from 'react'
import { useDefinition, useDesign } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { SamplePicker } from '../formula/sample/sample-picker.tsx'
import type { SampleChoice } from '../formula/sample/use-sample.ts'
import { useTexts } from '../texts/use-texts.ts'
import { fieldsByKey } from '../tree/fields-by-key.ts'
import { PreviewForm } from './preview-form.tsx'

const devices = ['desktop', 'phone'] as const
type Device = (typeof devices)[number]

function DeviceChoice({ device, onDevice }: { device: Device; onDevice: (device: Device) => void }) {
  const t = useTexts()
  return (
    <Segmented
      aria-label={t('preview.device')}
      value={device}
      options={devices.map((value) => ({
        value,
        label: t(`preview.${value}`),
        icon: <Icon name={value === 'desktop' ? 'desktop' : 'mobile'} />,
      }))}
      onChange={onDevice}
    />
  )
}

interface LayoutChoiceProps {
  readonly form: Form
  /** Null is the standard one; undefined whichever fits. */
  readonly layout: string | null | undefined
  readonly onLayout: (layout: string | null | undefined) => void
}

/** No layout has such a key. */
const [fitting, standard] = ['fitting ', 'standard ']

/** The layout that role, record and device bring, as for a member; or one that is looked at whoever it is for. */
function LayoutChoice({ form, layout, onLayout }: LayoutChoiceProps) {
  const t = useTexts()
  const read = useLocalized()
  const further = (form.layouts ?? []).filter(({ print }) => print !== true)
  if (further.length === 0) return null
  return (
    <Select
      className="pwd-preview-role"
      aria-label={t('preview.layout')}
      value={layout === undefined ? fitting : (layout ?? standard)}
      options={[
        { value: fitting, label: t('preview.fittingLayout') },
        { value: standard, label: t('preview.standardLayout') },
        ...further.map((one) => ({ value: one.key, label: read(one.label) })),
      ]}
      onChange={(next: string) => onLayout(next === fitting ? undefined : next === standard ? null : next)}
    />
  )
}

/** The field that was pressed in the form at work is the one whose properties are shown. */
function useSelectPressed(form: Form) {
  const { select, selected } = useDesign()
  return (event: MouseEvent) => {
    const key =
      event.target instanceof Element && event.target.closest('[data-field]')?.getAttribute('data-field')
    if (typeof key !== 'string' || !fieldsByKey(form).has(key)) return
    const selection = selected.read()
    if (selection.kind !== 'field' || selection.field !== key) select({ kind: 'field', field: key })
  }
}

/**
 * The form as a member with one role sees it, empty or with a real record: rules, formulas and rights at work, nothing
 * saved. It follows every edit.
 */
export function Preview({ form, records }: { readonly form: Form; readonly records: RendererData }) {
  const t = useTexts()
  const read = useLocalized()
  const narrow = useNarrow()
  const { roles } = useDefinition()
  const [role, setRole] = useState<string | null>(null)
  const [device, setDevice] = useState<Device>('desktop')
  const [record, setRecord] = useState<SampleChoice>(null)
  const [layout, setLayout] = useState<string | null>()
  const selectPressed = useSelectPressed(form)
  const known = roles.find(({ key }) => key === role)?.key
  const shown = known ?? roles.find((one) => one.admin === true)?.key ?? roles[0]?.key ?? ''
  return (
    <div className="pwd-preview">
      <div className="pwd-preview-bar">
        <span className="pwd-quiet">{t('preview.as')}</span>
        <Select
          className="pwd-preview-role"
          aria-label={t('preview.as')}
          value={shown}
          options={roles.map((one) => ({ value: one.key, label: read(one.label) }))}
          onChange={setRole}
        />
        <SamplePicker
          form={form.key}
          label={t('preview.record')}
          size="middle"
          choice={record}
          without={t('preview.newRecord')}
          onChoose={setRecord}
        />
        <LayoutChoice form={form} layout={layout} onLayout={setLayout} />
        {!narrow && <DeviceChoice device={device} onDevice={setDevice} />}
      </div>
      {/* Only follows what is pressed inside; the canvas is the way by keyboard. */}
      <div className="pwd-preview-frame" data-device={device} onClickCapture={selectPressed}>
        <PreviewForm
          form={form}
          role={shown}
          record={record?.id ?? null}
          records={records}
          layout={layout}
          device={narrow ? 'phone' : device}
        />
      </div>
    </div>
  )
}
