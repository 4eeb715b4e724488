export const settings = {
  settingsTitle: 'Workspace settings',
  backups: 'Backups',
  settingsSaved: 'Saved. Filters and calendars follow from now on.',
  currencyTitle: 'Currency of the workspace',
  currencyHint:
    'New amounts begin in it. It is part of the app: a change is a draft in the designer until you publish it.',
  currencyChange: 'Change it in the designer',
  weekStart: 'Weeks begin on',
  weekStartHint:
    'Calendars, filters such as “is this week” and reports by week follow. WEEKNUM and WEEKDAY in formulas stay as they are.',
  fiscalMonth: 'Fiscal years begin in',
  fiscalMonthHint: 'Filters such as “is this fiscal year” and “is this fiscal quarter” follow.',
}
