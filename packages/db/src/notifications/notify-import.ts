import type { Connection } from '../connection/connection.ts'
import type { ImportJob } from '../imports/import-job.ts'
import type { Scene } from '../records/scene.ts'
import { notify, type NotificationParams } from './notify.ts'

/** Whoever began an import may have left its page. */
export const notifyImport = (
  tx: Connection,
  scene: Scene,
  { id, form }: ImportJob,
  params: NotificationParams,
): Promise<void> =>
  notify(tx, scene, {
    kind: 'importReady',
    members: [scene.actor.memberId],
    actor: null,
    form,
    topic: id,
    params: { ...params, path: `/f/${form}/import?import=${id}` },
  })
