export const en = {
  newVersion: 'A new version is ready. What you are typing in a form is kept.',
  reload: 'Reload',
  later: 'Later',
}
export type OfflineTexts = { readonly [K in keyof typeof en]: string }
