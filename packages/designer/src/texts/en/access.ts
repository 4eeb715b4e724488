export const access = {
  title: 'Access',
  of: 'Access of {{role}}',
  none: 'No access',
  read: 'Can see',
  write: 'Can edit',
  admin: 'Everything',
  noForm: 'No access to the form',
}
