import type { Locale } from '@pipewright/contract'

interface MailTexts {
  readonly several: (count: number, workspace: string) => string
  readonly hello: (name: string) => string
  readonly more: (count: number) => string
  readonly open: (workspace: string) => string
  readonly why: (workspace: string) => string
  readonly settings: string
  readonly stop: string
  readonly testSubject: (workspace: string) => string
  readonly testText: (workspace: string) => string
}

export const mailTexts: { readonly [L in Locale]: MailTexts } = {
  en: {
    several: (count, workspace) => `${count.toLocaleString('en')} notifications · ${workspace}`,
    hello: (name) => `Hello ${name},`,
    more: (count) => `and ${count.toLocaleString('en')} more`,
    open: (workspace) => `Open ${workspace}`,
    why: (workspace) => `You get this e-mail because you are a member of ${workspace}.`,
    settings: 'Choose what you are told and how often',
    stop: 'Stop these e-mails',
    testSubject: (workspace) => `Test e-mail of ${workspace}`,
    testText: (workspace) => `E-mail of ${workspace} works: this is a test.`,
  },
  zh: {
    several: (count, workspace) => `${count.toLocaleString('en')} 条通知 · ${workspace}`,
    hello: (name) => `${name}，您好：`,
    more: (count) => `以及另外 ${count.toLocaleString('en')} 条`,
    open: (workspace) => `打开${workspace}`,
    why: (workspace) => `您是“${workspace}”的成员，因此收到此邮件。`,
    settings: '设置通知内容和频率',
    stop: '不再接收此类邮件',
    testSubject: (workspace) => `${workspace}的测试邮件`,
    testText: (workspace) => `“${workspace}”的邮件发送正常，这是一封测试邮件。`,
  },
}
