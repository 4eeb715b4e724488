export { countUnread, listNotifications } from './list-notifications.ts'
export { notify } from './notify.ts'
export { dropOldNotifications, readNotifications } from './read-notifications.ts'
export { notificationSettings, setNotificationSettings } from './settings.ts'
