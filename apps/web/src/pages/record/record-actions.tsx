import type { RecordAnswer } from '@pipewright/contract'
import { localize } from '@pipewright/metadata'
import type { Form } from '@pipewright/schemas'
import { useUiLocale, type UiLocale } from '@pipewright/ui'
import { Button } from 'antd'
import { useState } from 'react'
import { FavouriteStar } from '../../places/favourite-star.tsx'
import { useOfferActions, type OfferedAction } from '../../shell/offered-actions.ts'
import { PageActions } from '../../shell/page-actions.tsx'
import { useText, type Text } from '../../texts/use-text.ts'
import { LogFollowUp } from './follow-up/log-follow-up.tsx'
import { useFollowUpLog, type NotedIn } from './follow-up/use-follow-up-log.ts'
import { FollowBell } from './look/follow-bell.tsx'
import type { Looking as Watching } from './look/use-look.ts'
import { useWriteMail } from './mail/use-write-mail.tsx'
import { LookBack, type Looking } from './past/look-back.tsx'
import { RecordMenu } from './record-menu.tsx'
import { SubmitButton } from './submit-button.tsx'
import { useMenuItems } from './use-menu-items.tsx'
import { useMergeItem } from './use-merge-item.tsx'
import { useWaysOn } from './use-ways-on.tsx'

/** Noting a follow-up, as the palette offers it. */
const noteAction = (
  log: NotedIn | undefined,
  text: Text,
  locale: UiLocale,
  run: () => void,
): OfferedAction[] =>
  log === undefined
    ? []
    : [
        {
          key: 'followUp',
          icon: log.form.icon ?? 'plus',
          title: text('logRelated', { form: localize(log.form.label, locale).toLowerCase() }),
          run,
        },
      ]

/** Convert, submit for approval, delete, edit the form. */
export function RecordActions(props: {
  form: Form
  record: RecordAnswer
  looking: Watching
  onShare: () => void
}) {
  const { form, record } = props
  const locale = useUiLocale()
  const { workflows, shown, ...ways } = useWaysOn(form, record)
  const [looking, look] = useState<Looking | null>(null)
  const merging = useMergeItem(form, record)
  const [noting, note] = useState(false)
  const mail = useWriteMail(form, record, () => note(true))
  const beside = [...merging.entries, ...mail.entries, ...useMenuItems(form, record, look, props.onShare)]
  const text = useText()
  const log = useFollowUpLog(form, record)
  useOfferActions([
    ...noteAction(log, text, locale, () => note(true)),
    ...mail.offered,
    ...[...ways.offered, ...beside].map(({ key, sign, label, onClick }) => ({
      key,
      icon: sign,
      title: label,
      run: onClick,
    })),
  ])
  return (
    <>
      <FavouriteStar path={`/f/${form.key}/${record.id}`} title={record.title} />
      <FollowBell {...props.looking} />
      <PageActions>
        <LogFollowUp form={form} record={record} open={noting} onOpen={note} />
        {mail.button}
        {workflows.map((workflow) => (
          <SubmitButton key={workflow.key} workflow={workflow} record={record} />
        ))}
        {shown.map((conversion, at) => (
          <Button
            key={conversion.key}
            type={at === 0 && workflows.length === 0 ? 'primary' : 'default'}
            onClick={() => ways.convert(conversion)}
          >
            {localize(conversion.label, locale)}
          </Button>
        ))}
        <RecordMenu entries={[...ways.entries, ...beside]} />
      </PageActions>
      {merging.dialog}
      <LookBack form={form} record={record} looking={looking} onClose={() => look(null)} />
      {ways.dialog}
    </>
  )
}
