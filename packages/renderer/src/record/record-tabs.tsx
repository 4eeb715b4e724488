import type { Form } from '@pipewright/schemas'
import { Tabs } from 'antd'
import type { ReactNode } from 'react'
import { useTexts } from '../texts/use-texts.ts'
import type { RecordPageProps, RecordTab } from './record-page-props.ts'
import { RelatedList } from './related/related-list.tsx'

export interface RecordTabsProps extends Pick<
  RecordPageProps,
  'record' | 'timeline' | 'tab' | 'onTab' | 'approvals' | 'onCreateRelated'
> {
  readonly form: Form
  readonly details: ReactNode
}

/** Details, related records, timeline, approvals; a tab that has nothing to show is left out. */
export function RecordTabs({
  form,
  record,
  timeline,
  tab,
  onTab,
  approvals,
  onCreateRelated,
  details,
}: RecordTabsProps) {
  const t = useTexts()
  const related = form.layout.related ?? []
  const items = [
    { key: 'details', label: t('record.details'), children: details, forceRender: true },
    ...(related.length === 0
      ? []
      : [
          {
            key: 'related',
            label: t('record.related'),
            children: (
              <div className="pw-related-lists">
                {related.map((list) => (
                  <RelatedList
                    key={`${list.form}.${list.field}`}
                    list={list}
                    record={record}
                    from={form.key}
                    onCreate={onCreateRelated}
                  />
                ))}
              </div>
            ),
          },
        ]),
    {
      key: 'timeline',
      label: t('record.timeline'),
      children: timeline,
    },
    ...(approvals === undefined
      ? []
      : [{ key: 'approvals', label: t('record.approvals'), children: approvals }]),
  ]
  const active = items.some((item) => item.key === tab) ? tab : 'details'
  return <Tabs activeKey={active} items={items} onChange={(key) => onTab(key as RecordTab)} />
}
