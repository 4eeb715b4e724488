import type { RecordAnswer } from '@pipewright/contract'
import { FileList } from '@pipewright/renderer'
import type { Form } from '@pipewright/schemas'
import { useQuery } from '@tanstack/react-query'
import { client } from '../../../queries/client.ts'
import { useWorkspace } from '../../../shell/workspace-context.ts'
import { AttachButton } from '../talk/comment-tools.tsx'
import { useUploads } from '../talk/use-uploads.ts'
import type { MailDraft } from './mail-draft.ts'
import { useMailText } from './use-mail-text.ts'

export interface MailFilesProps {
  readonly form: Form
  readonly record: RecordAnswer
  readonly draft: MailDraft
  readonly write: (changes: Partial<MailDraft>) => void
  readonly wrong: string | undefined
}

/** What is attached to the record itself, as far as its reader may see it. */
function useFilesOfRecord(form: string, id: string) {
  const { workspace } = useWorkspace()
  const found = useQuery({
    queryKey: ['records', workspace.key, form, 'files', id, [], 'mail'],
    queryFn: () =>
      client.call('listRecordFiles', { params: { workspace: workspace.key, form, id }, query: {} }),
  })
  return found.data?.files ?? []
}

/** What goes along: files of the device, and those that the record has already. */
export function MailFiles({ form, record, draft, write, wrong }: MailFilesProps) {
  const t = useMailText()
  const there = useFilesOfRecord(form.key, record.id)
  const { upload, isRunning } = useUploads(draft.files, (files) => write({ files }))
  const toggle = (id: string) =>
    write({
      files: draft.files.includes(id) ? draft.files.filter((one) => one !== id) : [...draft.files, id],
    })
  return (
    <section className="mail-part" aria-label={t('files')}>
      <div className="mail-attach">
        <AttachButton isRunning={isRunning} onFiles={(files) => void upload(files)} label={t('attach')} />
        <span aria-hidden="true">{t('files')}</span>
      </div>
      <FileList ids={draft.files} onRemove={toggle} />
      {there.length > 0 && (
        <div className="follow-up-chips" role="group" aria-label={t('ofRecord')}>
          {there.map(({ id, name }) => (
            <button key={id} type="button" aria-pressed={draft.files.includes(id)} onClick={() => toggle(id)}>
              {name}
            </button>
          ))}
        </div>
      )}
      {wrong !== undefined && (
        <p role="alert" className="mail-wrong">
          {wrong}
        </p>
      )}
    </section>
  )
}
