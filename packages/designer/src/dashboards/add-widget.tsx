import type { Dashboard } from '@pipewright/schemas'
import { Select } from 'antd'
import { useDefinition, useDesign, useIndex } from '../environment/design-context.ts'
import { useLocalized } from '../environment/use-localized.ts'
import { Property } from '../parts/property.tsx'
import { useTexts } from '../texts/use-texts.ts'
import { addReport, addWidget } from './widget-edits.ts'

const wide = { w: 12, h: 2 }

/** Puts lists, tasks, shortcuts and texts on a dashboard. */
function AddOther(props: { dashboard: Dashboard; save: (dashboard: Dashboard) => void }) {
  const { dashboard, save } = props
  const t = useTexts()
  const read = useLocalized()
  const index = useIndex()
  const { views, forms } = useDefinition()
  const { locale } = useDesign()
  const add = (picked: string) => {
    const [kind, key = ''] = picked.split(' ')
    const [form] = forms
    if (kind === 'view') save(addWidget(dashboard, key, { view: key }))
    if (kind === 'tasks') save(addWidget(dashboard, 'tasks', { tasks: true }))
    if (kind === 'shortcuts' && form !== undefined)
      save(addWidget(dashboard, 'shortcuts', { shortcuts: [{ type: 'form', key: form.key }] }, wide))
    if (kind === 'text') {
      const text = { [locale]: `<p>${t('dashboards.newText')}</p>` }
      save(addWidget(dashboard, 'text', { text }, wide))
    }
  }
  const options = [
    {
      label: t('dashboards.others'),
      options: [
        { value: 'tasks', label: t('dashboards.kind_tasks') },
        ...(forms.length === 0 ? [] : [{ value: 'shortcuts', label: t('dashboards.kind_shortcuts') }]),
        { value: 'text', label: t('dashboards.kind_text') },
      ],
    },
    {
      label: t('dashboards.lists'),
      options: views.map(({ key, form, label }) => ({
        value: `view ${key}`,
        label: `${read(index.form(form)?.labelPlural)} · ${read(label)}`,
      })),
    },
  ]
  return (
    <Property label={t('dashboards.addOther')}>
      {(id) => (
        <Select
          id={id}
          className="pwd-full"
          value={null}
          placeholder={t('dashboards.pickOther')}
          showSearch={{ optionFilterProp: 'label' }}
          options={options}
          onChange={(picked: string | null) => picked !== null && add(picked)}
        />
      )}
    </Property>
  )
}

/** What can be put on a dashboard. */
export function AddWidget(props: { dashboard: Dashboard; save: (dashboard: Dashboard) => void }) {
  const { dashboard, save } = props
  const t = useTexts()
  const read = useLocalized()
  const { reports } = useDefinition()
  return (
    <>
      <Property label={t('dashboards.addReport')}>
        {(id) => (
          <Select
            id={id}
            className="pwd-full"
            value={null}
            placeholder={t('dashboards.pickReport')}
            showSearch={{ optionFilterProp: 'label' }}
            options={reports.map((report) => ({ value: report.key, label: read(report.label) }))}
            onChange={(report: string | null) => report !== null && save(addReport(dashboard, report))}
          />
        )}
      </Property>
      <AddOther dashboard={dashboard} save={save} />
    </>
  )
}
