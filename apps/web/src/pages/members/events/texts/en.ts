export const en = {
  action: 'History',
  actionOf: 'History of {{name}}',
  title: 'Roles of {{name}} over time',
  hint: 'Written down with every change. Nobody can alter it.',
  given: '{{author}} gave: {{roles}}',
  taken: '{{author}} took away: {{roles}}',
  givenAndTaken: '{{author}} gave: {{given}}; took away: {{taken}}',
  withSample: 'Came with the sample data: {{roles}}',
  letIn: '{{author}} let this member in again',
  lockedOut: '{{author}} locked this member out',
  none: 'Nothing has changed yet',
  noneHint: 'Roles that are given or taken away from now on stand here.',
  more: 'Only the newest {{count}} changes are shown.',
}
export type MemberEventTexts = { readonly [K in keyof typeof en]: string }
