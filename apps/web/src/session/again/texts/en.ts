export const en = {
  title: 'You were signed out',
  hint: 'Sign in again to go on. What you typed is still here.',
  other: 'Leave this page and sign in as somebody else',
}
export type AgainTexts = { readonly [K in keyof typeof en]: string }
