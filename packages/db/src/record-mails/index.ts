export { addReceivedMail, type ReceivedMail } from './add-received-mail.ts'
export type { NewMail } from './check-mail.ts'
export { knownAddresses, type KnownAddress } from './known-addresses.ts'
export { type MailRow, type ShownAddress } from './mail-store.ts'
export { noteMail } from './note-mail.ts'
export {
  claimRecordMail,
  closeUnclearMails,
  handOverRecordMail,
  recordMailNotSent,
  recordMailSent,
  type DueMail,
} from './outbox.ts'
export { openForMail, sendMailAgain, takeMailBack, writeRecordMail } from './write-mail.ts'
