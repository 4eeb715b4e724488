import { apiKeyRoutes } from './api-keys.ts'
import { approvalRoutes } from './approvals.ts'
import { backupRoutes } from './backups.ts'
import { binRoutes } from './bin.ts'
import { bulkRoutes } from './bulk.ts'
import { builderRoutes } from './builders.ts'
import { cellRoutes } from './cells.ts'
import { changeRoutes } from './changes.ts'
import { commentRoutes } from './comments.ts'
import { draftRoutes } from './draft.ts'
import { exchangeRateRoutes } from './exchange-rates.ts'
import { recalculationRoutes } from './recalculations.ts'
import { exportRoutes } from './exports.ts'
import { followUpRoutes } from './follow-ups.ts'
import { groupRoutes } from './groups.ts'
import { treeRoutes } from './tree.ts'
import { fileRoutes } from './files.ts'
import { importPresetRoutes } from './import-presets.ts'
import { importRowRoutes } from './import-rows.ts'
import { historyRoutes } from './history.ts'
import { handOverRoutes } from './hand-over.ts'
import { holdRoutes } from './hold.ts'
import { importRoutes } from './imports.ts'
import { installedAppRoutes } from './installed-app.ts'
import { itemRoutes } from './items.ts'
import { keptRoutes } from './kept.ts'
import { lookRoutes } from './looks.ts'
import { mailRoutes } from './mail.ts'
import { recordMailRoutes } from './record-mails.ts'
import { mapRoutes } from './map.ts'
import { memberRoutes } from './members.ts'
import { duplicateRoutes } from './duplicates.ts'
import { mergeRoutes } from './merges.ts'
import { notificationRoutes } from './notifications.ts'
import { pushRoutes } from './push.ts'
import { publicFormRoutes } from './public-forms.ts'
import { recordEntryRoutes } from './record-entry.ts'
import { recordRoutes } from './records.ts'
import { reportRoutes } from './reports.ts'
import { todoRoutes } from './todo.ts'
import { shareRoutes } from './shares.ts'
import { aroundRoutes } from './around.ts'
import { ownSessionRoutes } from './own-sessions.ts'
import { presenceRoutes } from './presence.ts'
import { resetRoutes } from './reset.ts'
import { sessionRoutes } from './session.ts'
import { placeRoutes } from './places.ts'
import { viewRoutes } from './views.ts'
import { workspaceRoutes } from './workspace.ts'

/** Every JSON route of the product, by name. */
export const routes = {
  ...sessionRoutes,
  ...resetRoutes,
  ...ownSessionRoutes,
  ...workspaceRoutes,
  ...recordRoutes,
  ...recordEntryRoutes,
  ...groupRoutes,
  ...treeRoutes,
  ...mapRoutes,
  ...backupRoutes,
  ...binRoutes,
  ...bulkRoutes,
  ...cellRoutes,
  ...changeRoutes,
  ...commentRoutes,
  ...followUpRoutes,
  ...historyRoutes,
  ...handOverRoutes,
  ...holdRoutes,
  ...approvalRoutes,
  ...reportRoutes,
  ...draftRoutes,
  ...builderRoutes,
  ...exportRoutes,
  ...importRoutes,
  ...importPresetRoutes,
  ...importRowRoutes,
  ...installedAppRoutes,
  ...itemRoutes,
  ...lookRoutes,
  ...mailRoutes,
  ...recordMailRoutes,
  ...shareRoutes,
  ...presenceRoutes,
  ...aroundRoutes,
  ...memberRoutes,
  ...apiKeyRoutes,
  ...exchangeRateRoutes,
  ...recalculationRoutes,
  ...fileRoutes,
  ...keptRoutes,
  ...mergeRoutes,
  ...duplicateRoutes,
  ...notificationRoutes,
  ...pushRoutes,
  ...todoRoutes,
  ...publicFormRoutes,
  ...placeRoutes,
  ...viewRoutes,
}
export type Routes = typeof routes
export type RouteName = keyof Routes
