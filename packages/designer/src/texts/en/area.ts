export const area = {
  label: 'What to design',
  form: 'Form',
  app: 'App',
  fields: 'Fields',
  rules: 'Rules',
  views: 'Views',
  workflows: 'Approvals',
  reports: 'Reports',
  dashboards: 'Dashboards',
  roles: 'Roles',
  navigation: 'Navigation',
}
