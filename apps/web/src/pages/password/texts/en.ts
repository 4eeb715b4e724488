export const en = {
  hint: 'You stay signed in here and are signed out on all other devices.',
  current: 'Current password',
  currentMissing: 'Enter your current password.',
  next: 'New password',
  nextShort: 'At least 8 characters.',
  same: 'This is the password you have already. Choose another one.',
  done: 'Your password is changed. You are signed out on all other devices.',
}
export type PasswordTexts = { readonly [K in keyof typeof en]: string }
