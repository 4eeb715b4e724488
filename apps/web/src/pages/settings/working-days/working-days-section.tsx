import type { Calendar, SpecialDay } from '@pipewright/contract'
import { useSay, useUiLocale } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Alert, Button, Checkbox, Flex, Form, Select } from 'antd'
import { useState } from 'react'
import { appKey } from '../../../queries/app.ts'
import { client } from '../../../queries/client.ts'
import { CallNotice } from '../../../session/call-notice.tsx'
import { useCall } from '../../../session/use-call.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { weekdayNames } from '../calendar-names.ts'
import { useSettingsText } from '../use-settings-text.ts'
import { DayList } from './day-list.tsx'
import { NewDay } from './new-day.tsx'
import { PasteDays } from './paste-days.tsx'
import './working-days.css'
import { copiedTo, withDays, yearOf } from './year-days.ts'

const mondayToFriday = [1, 2, 3, 4, 5]

function YearDays(props: {
  readonly special: readonly SpecialDay[]
  readonly onChange: (special: readonly SpecialDay[]) => void
}) {
  const { special, onChange } = props
  const t = useSettingsText()
  const { message } = useSay()
  const [thisYear] = useState(() => new Date().getFullYear())
  const [year, setYear] = useState(thisYear)
  const [pastes, setPastes] = useState(false)
  const years = [...new Set([thisYear - 1, thisYear, thisYear + 1, year, ...special.map(yearOf)])].toSorted(
    (one, other) => one - other,
  )
  const shown = special.filter((each) => yearOf(each) === year)
  const copied = copiedTo(special, year - 1, year)
  const take = (days: readonly SpecialDay[]) => {
    setPastes(false)
    onChange(withDays(special, days))
    const [first] = days
    if (first !== undefined) setYear(yearOf(first))
    message.success(t('workPasteTaken', { count: days.length }))
  }
  const copy = () => {
    onChange(withDays(special, copied))
    message.info(t('workCopied'))
  }
  return (
    <Form.Item label={t('workDays')}>
      <Flex gap={8} wrap>
        <Select
          aria-label={t('workYear')}
          value={year}
          onChange={setYear}
          options={years.map((each) => ({ value: each, label: String(each) }))}
        />
        <Button onClick={() => setPastes(true)}>{t('workPaste')}</Button>
        {shown.length === 0 && copied.length > 0 && (
          <Button onClick={copy}>{t('workCopy', { from: year - 1 })}</Button>
        )}
      </Flex>
      {shown.length === 0 ? (
        <p className="settings-hint work-none">{t('workNone', { year })}</p>
      ) : (
        <DayList days={shown} onRemove={(day) => onChange(special.filter((each) => each.day !== day))} />
      )}
      <NewDay
        onAdd={(day) => {
          onChange(withDays(special, [day]))
          setYear(yearOf(day))
        }}
      />
      {pastes && <PasteDays year={year} onTake={take} onClose={() => setPastes(false)} />}
    </Form.Item>
  )
}

/** Which days the workspace works: of the week, and by date. */
export function WorkingDaysSection({ calendar }: { readonly calendar: Calendar }) {
  const { key: workspace } = useWorkspace().workspace
  const t = useSettingsText()
  const locale = useUiLocale()
  const call = useCall()
  const queries = useQueryClient()
  const { message } = useSay()
  const [workdays, setWorkdays] = useState<readonly number[]>(calendar.workdays ?? mondayToFriday)
  const [special, setSpecial] = useState<readonly SpecialDay[]>(calendar.special ?? [])
  const save = async () => {
    const body = { workdays: [...workdays], special: [...special] }
    const saved = await call.run(() => client.call('changeWorkingDays', { params: { workspace }, body }))
    if (saved === undefined) return
    message.success(t('workSaved'))
    await queries.invalidateQueries({ queryKey: appKey(workspace) })
  }
  return (
    <section className="page-narrow settings-section" aria-labelledby="work-title">
      <h2 id="work-title">{t('workTitle')}</h2>
      <p className="settings-hint">{t('workHint')}</p>
      <CallNotice problem={call.problem} lost={call.lost} />
      <Form layout="vertical" onFinish={() => void save()}>
        <Form.Item label={t('workWeekdays')}>
          <Checkbox.Group
            aria-label={t('workWeekdays')}
            className="work-weekdays"
            value={[...workdays]}
            onChange={setWorkdays}
            options={weekdayNames(locale).map((label, at) => ({ value: at + 1, label }))}
          />
          {workdays.length === 0 && <Alert type="error" title={t('workWeekdaysMissing')} />}
        </Form.Item>
        <YearDays special={special} onChange={setSpecial} />
        <Button type="primary" htmlType="submit" loading={call.busy} disabled={workdays.length === 0}>
          {t('workSave')}
        </Button>
      </Form>
    </section>
  )
}
