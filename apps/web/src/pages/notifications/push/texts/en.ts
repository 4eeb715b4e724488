export const en = {
  title: 'Push on your devices',
  hint: 'What is ticked under “Push” above appears on these devices, also while the app is closed, until you sign out there or your sign-in ends.',
  turnOn: 'Turn on for this device',
  on: 'This device is told from now on.',
  notAllowed: 'Your browser was not allowed to show notifications, so nothing was turned on.',
  blocked:
    'Notifications of this site are blocked in this browser. Allow them in its settings for this site, then reload the page.',
  unsupported:
    'This browser cannot be told by push. On an iPhone or iPad, add the app to the home screen first and open it from there.',
  thisDevice: 'this device',
  since: 'Turned on {{day}}',
  toldLast: 'Last told {{day}}',
  test: 'Test',
  test_sent: 'Sent. It appears on the device in a moment.',
  test_gone: 'The device takes no messages any more and was removed.',
  test_failed: 'The message could not be delivered. Try again later.',
  stop: 'Stop',
  stopped: 'The device is told nothing any more.',
  failed: 'That did not work. Try again.',
}
export type PushTexts = { readonly [K in keyof typeof en]: string }
