import { elementsOf, isElementItem, makeKey } from '@pipewright/metadata'
import type { Form, FormLayout, LayoutItem } from '@pipewright/schemas'
import { Icon } from '@pipewright/ui'
import { Button, Select } from 'antd'
import { useDesign, useOpenForm } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { useTexts } from '../texts/use-texts.ts'
import { useLayoutWords } from './layout-words.ts'

const standard = ''

/** A layout that begins as the one that is open; quick entry is the same for all. */
function copyOfLayout(whole: Form, form: Form, open: FormLayout | undefined): FormLayout {
  const taken = new Set((form.layouts ?? []).map(({ key }) => key))
  const { quickCreate: _, ...layout } = form.layout
  const names = new Set([...form.fields, ...elementsOf(whole)].map((one) => one.key))
  /** An element has one name over all layouts: its copy gets one of its own. */
  const copied = (item: LayoutItem): LayoutItem => {
    if (!isElementItem(item)) return item
    const key = makeKey(item.element.key, names)
    names.add(key)
    return { ...item, element: { ...item.element, key } }
  }
  const sections = layout.sections.map((section) => ({ ...section, items: section.items.map(copied) }))
  return {
    ...open,
    key: makeKey('layout', taken),
    label: { en: `Layout ${taken.size + 2}`, zh: `布局 ${taken.size + 2}` },
    layout: { ...layout, sections },
  }
}

/** Which layout is arranged, for whom it is, and a way to another one. */
export function LayoutBar({ form }: { readonly form: Form }) {
  const t = useTexts()
  const read = useLocalized()
  const { layout, openLayout, edit } = useDesign()
  const words = useLayoutWords(form)
  const whole = useOpenForm() ?? form
  const layouts = form.layouts ?? []
  const open = layouts.find(({ key }) => key === layout)
  const add = () => {
    const formLayout = copyOfLayout(whole, form, open)
    if (edit({ type: 'putLayout', form: form.key, formLayout })) openLayout(formLayout.key)
  }
  return (
    <div className="pwd-layout-bar">
      {layouts.length > 0 && (
        <Select
          className="pwd-layout-pick"
          aria-label={t('layouts.pick')}
          value={open?.key ?? standard}
          options={[
            { value: standard, label: t('layouts.standard') },
            ...layouts.map((one) => ({ value: one.key, label: read(one.label) })),
          ]}
          onChange={(key: string) => openLayout(key === standard ? null : key)}
        />
      )}
      {layouts.length > 0 && (
        <span className="pwd-quiet pwd-cut">{open === undefined ? t('layouts.otherwise') : words(open)}</span>
      )}
      <Button type="text" size="small" icon={<Icon name="plus" />} onClick={add}>
        {t('layouts.add')}
      </Button>
    </div>
  )
}
