export { countUnread, listNotifications, tellNotifications, type Told } from './list-notifications.ts'
export { notify } from './notify.ts'
export { dropOldNotifications, readNotifications } from './read-notifications.ts'
export { notificationSettings, setNotificationSettings, stopMail } from './settings.ts'
