interface PushTexts {
  readonly several: (count: number, first: string) => string
  readonly test: string
}

export const pushTexts: { readonly en: PushTexts; readonly zh: PushTexts } = {
  en: {
    several: (count, first) => `${first} · and ${count - 1} more`,
    test: 'Notifications reach this device.',
  },
  zh: {
    several: (count, first) => `${first}（另有 ${count - 1} 条）`,
    test: '此设备可以收到通知。',
  },
}
