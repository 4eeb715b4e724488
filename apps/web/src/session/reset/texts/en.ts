export const en = {
  forgotTitle: 'Set a new password',
  forgotHint: 'We send a link to your e-mail address.',
  send: 'Send the link',
  sentTitle: 'Look into your mailbox',
  sent: 'If {{email}} has an account here and e-mail is set up, a link is on its way. It works for one hour.',
  noMail:
    'No e-mail after a few minutes? Ask an administrator of your workspace: under “Members and roles” a link can be made for you.',
  back: 'Back to sign-in',
  resetTitle: 'Choose a new password',
  resetHint: 'You are signed out on all other devices and signed in here.',
  next: 'New password',
  save: 'Save and sign in',
  overTitle: 'This link does not work any more',
  over: 'It has been used already, is too old, or was replaced by a newer one.',
  askAgain: 'Ask for a new link',
}
export type ResetTexts = { readonly [K in keyof typeof en]: string }
