export const en = {
  action: 'Password link',
  actionOf: 'Password link for {{name}}',
  title: 'Password link for {{name}}',
  hint: 'With this link {{name}} sets a new password and signs in. You never see the password. The member is signed out everywhere when it is set.',
  own: 'Your own password',
  ownMissing: 'Enter your own password, so that nobody else does this from your screen.',
  make: 'Make the link',
  made: 'Give this link to {{name}} yourself, and to nobody else. It works once, within {{minutes}} minutes.',
}
export type MemberResetTexts = { readonly [K in keyof typeof en]: string }
