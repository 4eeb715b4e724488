import { FormattedTextInput } from '@pipewright/renderer'
import type { Shortcut, Widget } from '@pipewright/schemas'
import { PathSelect } from '../documents/path-select.tsx'
import { useTyped } from '../draft/use-typed.ts'
import { useDefinition, useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { LocalizedInput } from '../parts/localized-input.tsx'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { WaitingKinds } from './waiting-kinds.tsx'

export interface WidgetSheetProps {
  readonly widget: Widget
  readonly change: (widget: Widget) => void
}

const shortcutTypes: readonly string[] = ['create', 'form', 'view', 'dashboard']
const isShortcutType = (type: string | undefined): type is Shortcut['type'] =>
  type !== undefined && shortcutTypes.includes(type)

function readShortcut(value: string): Shortcut[] {
  const [type, key = ''] = value.split(' ')
  return isShortcutType(type) ? [{ type, key }] : []
}

function ShortcutsProperty({ widget, change }: WidgetSheetProps) {
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { forms, views, dashboards } = useDefinition()
  const options = [
    ...forms.map(({ key, label }) => ({
      value: `create ${key}`,
      label: t('dashboards.shortcutCreate', { name: read(label) }),
    })),
    ...forms.map(({ key, labelPlural }) => ({ value: `form ${key}`, label: read(labelPlural) })),
    ...views.map(({ key, form, label }) => ({
      value: `view ${key}`,
      label: `${read(index.form(form)?.labelPlural)} · ${read(label)}`,
    })),
    ...dashboards.map(({ key, label }) => ({ value: `dashboard ${key}`, label: read(label) })),
  ]
  return (
    <Property label={t('dashboards.shortcuts')}>
      {(id) => (
        <PathSelect
          id={id}
          label={t('dashboards.shortcuts')}
          options={options}
          most={20}
          value={(widget.shortcuts ?? []).map(({ type, key }) => `${type} ${key}`)}
          onChange={(values) => {
            const shortcuts = values.flatMap(readShortcut)
            if (shortcuts.length > 0) change({ ...widget, shortcuts })
          }}
        />
      )}
    </Property>
  )
}

function TextProperty({ widget, change, language }: WidgetSheetProps & { readonly language: 'en' | 'zh' }) {
  const t = useTexts()
  const label = `${t('dashboards.text')} (${t(`language.${language}`)})`
  const typed = useTyped(widget.text?.[language] ?? '', (html: string) => {
    const { [language]: _, ...other } = widget.text ?? {}
    const text = html === '' ? other : { ...other, [language]: html }
    if (Object.keys(text).length > 0) change({ ...widget, text })
  })
  return (
    <Property label={label} group>
      {(id) => (
        <FormattedTextInput
          id={id}
          label={label}
          value={typed.value}
          inserts={[]}
          onChange={typed.type}
          onBlur={typed.commit}
        />
      )}
    </Property>
  )
}

/** What the chosen part of a dashboard is called and shows. */
export function WidgetSheet(props: WidgetSheetProps) {
  const { widget, change } = props
  const t = useTexts()
  const { locale } = useDesign()
  const languages = locale === 'zh' ? (['zh', 'en'] as const) : (['en', 'zh'] as const)
  if (widget.report !== undefined) return null
  return (
    <>
      <Property label={t('dashboards.heading')} group>
        {() => (
          <LocalizedInput
            label={t('dashboards.heading')}
            value={widget.label}
            onCommit={(label) => {
              const { label: _, ...rest } = widget
              change(Object.keys(label).length === 0 ? rest : { ...rest, label })
            }}
          />
        )}
      </Property>
      {widget.tasks !== undefined && <WaitingKinds {...props} />}
      {widget.shortcuts !== undefined && <ShortcutsProperty {...props} />}
      {widget.text !== undefined &&
        languages.map((language) => <TextProperty key={language} {...props} language={language} />)}
    </>
  )
}
