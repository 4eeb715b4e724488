import { ProblemError, type MailAnswer } from '@pipewright/contract'
import { ErrorNotice, FormSkeleton } from '@pipewright/ui'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { client } from '../../queries/client.ts'
import { useWorkspace } from '../../shell/workspace-context.ts'
import { MailForm } from './mail-form.tsx'
import { useSettingsText } from './use-settings-text.ts'

/** How mail goes out of the workspace. */
export function MailSection() {
  const { key: workspace } = useWorkspace().workspace
  const t = useSettingsText()
  const queries = useQueryClient()
  const queryKey = ['mail-settings', workspace]
  const settings = useQuery({
    queryKey,
    queryFn: () => client.call('getMailSettings', { params: { workspace } }),
  })
  return (
    <section className="page-narrow settings-section" aria-labelledby="mail-title">
      <h2 id="mail-title">{t('mailTitle')}</h2>
      <p className="settings-hint">{t('mailHint')}</p>
      {settings.isPending && <FormSkeleton />}
      {settings.isError && (
        <ErrorNotice
          problem={settings.error instanceof ProblemError ? settings.error.problem : null}
          onRetry={() => void settings.refetch()}
        />
      )}
      {settings.isSuccess && (
        <MailForm
          answer={settings.data}
          onSaved={(saved: MailAnswer) => queries.setQueryData(queryKey, saved)}
        />
      )}
    </section>
  )
}
