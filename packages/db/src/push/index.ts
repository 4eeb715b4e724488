export { addDevice, deviceTold, dropDevice, listDevices, removeDevice, type PushDevice } from './devices.ts'
export {
  claimPush,
  delayPush,
  endPush,
  gatherPush,
  noticesOfPush,
  pushLastsMs,
  type WaitingPush,
} from './outbox.ts'
export { keepPushKey, pushKey, type StoredPushKey } from './push-key.ts'
