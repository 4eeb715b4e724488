import type { Notification } from './routes/notifications.ts'

/** Where a notification leads to below its workspace: its page, its record or the timeline of that, or the list of its form; null for nowhere. */
export function notificationPlace({
  form,
  record,
  path,
  kind,
}: Pick<Notification, 'form' | 'record' | 'path' | 'kind'>): string | null {
  if (path !== null) return path
  if (kind === 'approvalWaiting') return '/todo'
  if (form === null) return null
  const place = record === null ? `/f/${form}` : `/f/${form}/${record}`
  return record !== null && kind === 'mailFailed' ? `${place}?tab=timeline` : place
}
