export { followRecord } from './follow.ts'
export { followSettings, setFollowSettings, type FollowSettings } from './follow-settings.ts'
export { lookAt, type Look } from './look.ts'
export { unseenRecords } from './unseen.ts'
