export const en = {
  mailTitle: 'E-mail',
  mailHint:
    'Members get what they are told by e-mail too, each as often as they choose. It goes out through a mail server of yours.',
  mailEnabled: 'Send e-mail',
  mailHost: 'Mail server',
  mailPort: 'Port',
  mailSecurity: 'Encryption',
  mailTls: 'TLS (usually port 465)',
  mailStarttls: 'STARTTLS (usually port 587)',
  mailNone: 'None (usually port 25, without signing in)',
  mailUser: 'User name',
  mailUserHint: 'Leave it empty when the server asks for none.',
  mailPassword: 'Password',
  mailPasswordKept: 'Saved. Type another one to replace it.',
  mailSenderName: 'Sender',
  mailSenderAddress: 'Address of the sender',
  mailBadAddress: 'Write it like crm@example.com.',
  mailSaved: 'Saved',
  mailTest: 'Send me a test e-mail',
  mailTestHint: 'By what is saved.',
  mailTested: 'Sent to {{address}}',
  mailWaiting: '{{count}} e-mails of the last days wait to be sent.',
  mailFailed: '{{count}} e-mails of the last days could not be sent.',
  mailAnswer: 'The mail server said: {{answer}}',
  stopTitle: 'No more e-mails?',
  stopHint:
    'You go on finding your notifications in the app, and can change your mind in its notification settings.',
  stopButton: 'Stop all e-mails',
  stopDone: 'You get no e-mails from {{workspace}} any more.',
  openSettings: 'Open the notification settings',
}

export type SettingsTexts = typeof en
