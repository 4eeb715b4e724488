export const preview = {
  as: 'Seen as',
  device: 'Device',
  desktop: 'Desktop',
  phone: 'Phone',
  noCreate: 'This role may not create records here',
  noCreateText: 'Choose another role, or give it the right under Roles.',
  check: 'Check entries',
  notSaved: 'All entries are fine. The preview saves nothing.',
}
