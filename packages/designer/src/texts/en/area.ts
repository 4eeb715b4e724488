export const area = {
  label: 'What to design',
  form: 'Form',
  app: 'App',
  fields: 'Fields',
  rules: 'Rules',
  views: 'Views',
  workflows: 'Approvals',
  publicForms: 'Public forms',
  reports: 'Reports',
  dashboards: 'Dashboards',
  roles: 'Roles',
  navigation: 'Navigation',
}
