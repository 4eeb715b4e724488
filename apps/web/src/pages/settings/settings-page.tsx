import type { CalendarWeeks } from '@pipewright/contract'
import { workspaceCurrency } from '@pipewright/metadata'
import { PageHeader, useSay, useUiLocale } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button, Flex, Form, Select } from 'antd'
import { Link } from 'react-router'
import { appKey } from '../../queries/app.ts'
import { client } from '../../queries/client.ts'
import { CallNotice } from '../../session/call-notice.tsx'
import { useCall } from '../../session/use-call.ts'
import { usePageTitle } from '../../shell/use-page-title.ts'
import { useWorkspace, workspacePath } from '../../shell/workspace-context.ts'
import { useText } from '../../texts/use-text.ts'
import { NotFoundPage } from '../not-found-page.tsx'
import { MailSection } from './mail-section.tsx'
import './settings.css'
import { WorkingDaysSection } from './working-days/working-days-section.tsx'
import { monthNames, weekdayNames } from './calendar-names.ts'

const entries = (names: readonly string[]) => names.map((label, at) => ({ value: at + 1, label }))

/** How the workspace counts weeks and fiscal years. */
export function SettingsPage() {
  const app = useWorkspace()
  const text = useText()
  const locale = useUiLocale()
  const call = useCall()
  const queries = useQueryClient()
  const { message } = useSay()
  const title = text('settingsTitle')
  usePageTitle(title)
  if (!app.may.manageMembers) return <NotFoundPage />
  const { key: workspace, calendar } = app.workspace
  const save = async (body: CalendarWeeks) => {
    const done = await call.run(() => client.call('changeCalendar', { params: { workspace }, body }))
    if (done === undefined) return
    message.success(text('settingsSaved'))
    await queries.invalidateQueries({ queryKey: appKey(workspace) })
  }
  return (
    <>
      <PageHeader title={title} />
      <div className="page-body">
        <CallNotice problem={call.problem} lost={call.lost} />
        <Form<CalendarWeeks>
          className="page-narrow"
          layout="vertical"
          initialValues={calendar}
          onFinish={(values) => void save(values)}
        >
          <Form.Item name="weekStart" label={text('weekStart')} extra={text('weekStartHint')}>
            <Select options={entries(weekdayNames(locale))} />
          </Form.Item>
          <Form.Item name="fiscalMonth" label={text('fiscalMonth')} extra={text('fiscalMonthHint')}>
            <Select options={entries(monthNames(locale))} />
          </Form.Item>
          <Form.Item label={text('currencyTitle')} extra={text('currencyHint')}>
            <Flex gap={12} align="baseline">
              <output>{workspaceCurrency(app.definition)}</output>
              {app.may.build && (
                <Link to={workspacePath(app, '/design?setting=currency')}>{text('currencyChange')}</Link>
              )}
            </Flex>
          </Form.Item>
          <Button type="primary" htmlType="submit" loading={call.busy}>
            {text('save')}
          </Button>
        </Form>
        <WorkingDaysSection calendar={calendar} />
        {app.may.admin && <MailSection />}
      </div>
    </>
  )
}
