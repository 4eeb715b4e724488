import type { ProblemEntry } from './problem-entry.ts'

/** Problems of mail that goes out. */
export const mailProblems = {
  'mail-off': { status: 409, en: 'E-mail is not set up yet.', zh: '尚未设置邮件发送。' },
  'mail-host-refused': {
    status: 409,
    en: 'E-mail cannot be sent by “{host}”: there is no such server, it is inside the network, or its port is none for e-mail. Whoever runs Pipewright can allow servers inside with OUTGOING_NETWORKS.',
    zh: '无法通过“{host}”发送邮件：服务器不存在、位于内部网络，或端口不是邮件端口。Pipewright 的运维人员可以通过 OUTGOING_NETWORKS 允许使用内部服务器。',
  },
  'mail-refused': {
    status: 409,
    en: 'The mail server did not take the e-mail: {answer}',
    zh: '邮件服务器未接收邮件：{answer}',
  },
  'too-many-mails': {
    status: 429,
    en: 'You have sent {max} e-mails within an hour. Wait a little before you send more.',
    zh: '您在一小时内已发送 {max} 封邮件，请稍后再发。',
  },
} as const satisfies Record<string, ProblemEntry>
