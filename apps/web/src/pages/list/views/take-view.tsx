import type { Draft, SavedView } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import { ErrorNotice, RowsSkeleton, useUiLocale } from '@pipewright/ui'
import { Alert, Button, Checkbox, Form, Input, Modal, Radio, Select } from 'antd'
import { CallNotice } from '../../../session/call-notice.tsx'
import { useText } from '../../../texts/use-text.ts'
import type { TakePlan } from './take-view-edits.ts'
import { useTakeText } from './use-take-text.ts'
import { useTakeView } from './use-take-view.ts'

interface Values extends Omit<TakePlan, 'group'> {
  readonly group?: string
  readonly after: 'stays' | 'goes'
}

const planOf = ({ name, group, roles, opens }: Values): TakePlan => ({
  name,
  group: group ?? null,
  roles,
  opens: opens && roles.length > 0,
})

/** What publishing would bring along besides. */
function OtherChanges({ changes }: { readonly changes: Draft['changes'] }) {
  const t = useTakeText()
  const locale = useUiLocale()
  if (changes.length === 0) return null
  return (
    <Alert
      type="warning"
      showIcon
      title={t('takeOthers', { count: changes.length })}
      description={
        <ul>
          {changes.slice(0, 10).map((change, place) => (
            <li key={place}>{change[locale]}</li>
          ))}
        </ul>
      }
      style={{ marginBottom: 16 }}
    />
  )
}

function Questions({ draft, view }: { readonly draft: Draft; readonly view: SavedView }) {
  const text = useText()
  const t = useTakeText()
  const locale = useUiLocale()
  const { navigation, roles } = draft.definition
  const chosen = Form.useWatch<string[] | undefined>('roles')
  return (
    <>
      <Form.Item
        name="name"
        label={text('viewName')}
        rules={[{ required: true, whitespace: true, message: text('nameMissing') }]}
      >
        <Input autoFocus maxLength={100} />
      </Form.Item>
      <Form.Item name="group" label={t('takePlace')}>
        <Select
          allowClear
          placeholder={t('takeNowhere')}
          options={navigation.map(({ key, label }) => ({ value: key, label: localize(label, locale) }))}
        />
      </Form.Item>
      <Form.Item name="roles" label={t('takeRoles')}>
        <Select
          mode="multiple"
          placeholder={t('takeAll')}
          showSearch={{ optionFilterProp: 'label' }}
          options={roles.map(({ key, label }) => ({ value: key, label: localize(label, locale) }))}
        />
      </Form.Item>
      <Form.Item name="opens" valuePropName="checked">
        <Checkbox disabled={(chosen ?? []).length === 0}>{t('takeOpens')}</Checkbox>
      </Form.Item>
      <Form.Item name="after" label={t('takeAfter')}>
        <Radio.Group
          options={[
            { value: 'stays', label: t('takeStays') },
            { value: 'goes', label: t('takeGoes'), disabled: !view.may.manage },
          ]}
        />
      </Form.Item>
    </>
  )
}

/** Asks how a view of a member becomes one of the app. */
export function TakeView({ view, onClose }: { readonly view: SavedView; readonly onClose: () => void }) {
  const text = useText()
  const t = useTakeText()
  const [values] = Form.useForm<Values>()
  const { draft, call, publish, keep } = useTakeView(view, onClose)
  const now = draft.data
  const isWhole = view.leftOut.length === 0
  const act = async (work: (now: Draft, entered: Values) => Promise<unknown>) => {
    const entered = await values.validateFields().catch(() => undefined)
    if (now !== undefined && entered !== undefined) await work(now, entered)
  }
  const off = { disabled: now === undefined || !isWhole || call.busy }
  return (
    <Modal
      open
      title={t('takeTitle')}
      onCancel={onClose}
      footer={[
        <Button key="cancel" onClick={onClose}>
          {text('cancel')}
        </Button>,
        <Button
          key="draft"
          {...off}
          onClick={() => void act((known, entered) => keep(known, planOf(entered)))}
        >
          {t('takeDraft')}
        </Button>,
        <Button
          key="publish"
          type="primary"
          {...off}
          onClick={() =>
            void act((known, entered) => publish(known, planOf(entered), entered.after === 'goes'))
          }
        >
          {t('takePublish')}
        </Button>,
      ]}
    >
      <p className="quiet">{t('takeHint')}</p>
      <CallNotice problem={call.problem} lost={call.lost} />
      {!isWhole && <Alert type="warning" showIcon title={t('takeParts')} style={{ marginBottom: 16 }} />}
      {draft.isPending && <RowsSkeleton />}
      {draft.isError && <ErrorNotice problem={null} onRetry={() => void draft.refetch()} />}
      {now !== undefined && (
        <Form
          form={values}
          layout="vertical"
          requiredMark={false}
          initialValues={{ name: view.name, roles: [], opens: false, after: 'stays' } satisfies Values}
        >
          <OtherChanges changes={now.changes} />
          <Questions draft={now} view={view} />
        </Form>
      )}
    </Modal>
  )
}
