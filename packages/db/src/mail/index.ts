export { gatherMail } from './gather-mail.ts'
export { claimTestMail, mailSettings, setMailSettings, type MailSettings } from './mail-settings.ts'
export {
  claimMail,
  closeUnclear,
  dropOldMail,
  handOverMail,
  mailDelayed,
  mailRefused,
  mailSent,
  mailStanding,
  noticesOf,
  type WaitingMail,
} from './outbox.ts'
