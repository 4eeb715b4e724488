import type { RecordMail } from '@pipewright/contract'
import type { MailRow, StoredFile } from '@pipewright/db'

/** Mails with the files that came with them, as far as their reader may see these. */
export const mailAnswer =
  (files: ReadonlyMap<string, StoredFile>) =>
  ({ files: ids, from, to, cc, missed, ...mail }: MailRow): RecordMail => ({
    ...mail,
    from: from && { ...from },
    to: to.map((one) => ({ ...one })),
    cc: cc.map((one) => ({ ...one })),
    missed: missed.map((one) => ({ ...one })),
    files: ids.flatMap((id) => files.get(id) ?? []),
  })
