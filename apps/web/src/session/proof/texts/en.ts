export const en = {
  title: 'Enter your password again',
  hint: 'What you are about to do gives somebody more power, and you signed in some time ago.',
  go: 'Continue',
}
export type ProofTexts = { readonly [K in keyof typeof en]: string }
