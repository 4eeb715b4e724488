import { ProblemError, type RecordMail } from '@pipewright/contract'
import { useRenderer } from '@pipewright/renderer'
import { useSay } from '@pipewright/ui'
import { useQueryClient } from '@tanstack/react-query'
import { Button } from 'antd'
import { client } from '../../../queries/client.ts'
import { refreshRecords } from '../../../queries/records.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { useText } from '../../../texts/use-text.ts'
import type { TalkSite } from '../talk/use-talk.ts'
import { useMailText } from './use-mail-text.ts'

/** Does something with a mail; a refusal is said. */
function useAct(site: TalkSite, mail: string) {
  const { workspace } = useWorkspace()
  const say = useText()
  const { message } = useSay()
  const queries = useQueryClient()
  const params = { workspace: workspace.key, ...site, mail }
  const attempt = async (act: () => Promise<unknown>) => {
    try {
      await act()
    } catch (error) {
      message.error(error instanceof ProblemError ? error.problem.title : say('offline'))
    }
    await refreshRecords(queries)
  }
  return {
    again: () => attempt(() => client.call('resendRecordMail', { params })),
    remove: () => attempt(() => client.call('deleteRecordMail', { params })),
  }
}

/** What its writer may do with a mail: have it sent that was not, or take it back while nobody got it. */
export function MailActions({ site, mail }: { site: TalkSite; mail: RecordMail }) {
  const t = useMailText()
  const { me } = useRenderer()
  const { rights } = useWorkspace()
  const { modal } = useSay()
  const { again, remove } = useAct(site, mail.id)
  const { state, missed, reason, to, cc } = mail
  if (mail.author !== me || rights[site.form]?.comments !== undefined) return null
  const isReceived = state === 'received'
  const sends = state === 'failed' || (state === 'waiting' && reason !== null)
  const removes =
    isReceived || state === 'waiting' || (state === 'failed' && missed.length === to.length + cc.length)
  const askAgain = () =>
    reason === 'unclear'
      ? modal.confirm({ title: t('twiceTitle'), content: t('twiceText'), okText: t('again'), onOk: again })
      : void again()
  const askRemove = () =>
    modal.confirm({
      title: t(isReceived ? 'removeReceivedTitle' : 'removeTitle'),
      content: t(isReceived ? 'removeReceivedText' : 'removeText'),
      okText: t(isReceived ? 'removeReceived' : 'remove'),
      okButtonProps: { danger: true },
      onOk: remove,
    })
  if (!sends && !removes) return null
  return (
    <div className="talk-actions">
      {sends && (
        <Button type="link" size="small" onClick={askAgain}>
          {t(state === 'failed' ? 'again' : 'now')}
        </Button>
      )}
      {removes && (
        <Button type="link" size="small" onClick={askRemove}>
          {t(isReceived ? 'removeReceived' : 'remove')}
        </Button>
      )}
    </div>
  )
}
