import type { Locale } from '@pipewright/contract'
import { escapeHtml, oneLine, type WrittenMail } from '../mail/write-mail.ts'

export interface ResetMail {
  readonly locale: Locale
  readonly name: string
  readonly link: string
  readonly minutes: number
}

interface Words {
  readonly subject: string
  readonly hello: (name: string) => string
  readonly asked: string
  readonly button: string
  readonly valid: (minutes: number) => string
  readonly ignore: string
}

const words: { readonly [L in Locale]: Words } = {
  en: {
    subject: 'Set a new password for Pipewright',
    hello: (name) => `Hello ${name},`,
    asked: 'somebody asked for a new password for your account.',
    button: 'Set a new password',
    valid: (minutes) => `The link works once, within ${minutes} minutes.`,
    ignore: 'If it was not you, do nothing: your password stays as it is.',
  },
  zh: {
    subject: '重置 Pipewright 密码',
    hello: (name) => `${name}，您好：`,
    asked: '我们收到了重置您账号密码的请求。',
    button: '设置新密码',
    valid: (minutes) => `链接仅可使用一次，${minutes} 分钟内有效。`,
    ignore: '如果不是您本人操作，请忽略此邮件，您的密码不会改变。',
  },
}

const button =
  'display:inline-block;padding:8px 16px;border-radius:6px;background:#1456f0;color:#ffffff;text-decoration:none'

/** The mail with the link that sets a new password, in words and in HTML. */
export function writeResetMail({ locale, name, link, minutes }: ResetMail): WrittenMail {
  const said = words[locale]
  const hello = said.hello(oneLine(name))
  return {
    subject: said.subject,
    text: [
      hello,
      '',
      said.asked,
      '',
      `${said.button}: ${link}`,
      '',
      said.valid(minutes),
      said.ignore,
      '',
    ].join('\n'),
    html: `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(said.subject)}</title></head>
<body style="margin:0;padding:24px;background:#f5f6f7;color:#1f2329;font:14px/22px -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">
<p style="margin:0 0 8px">${escapeHtml(hello)}</p><p style="margin:0">${escapeHtml(said.asked)}</p>
<p style="margin:20px 0"><a href="${escapeHtml(link)}" style="${button}">${escapeHtml(said.button)}</a></p>
<p style="margin:0;color:#646a73;font-size:12px;line-height:20px">${escapeHtml(said.valid(minutes))}<br>${escapeHtml(said.ignore)}</p>
</div></body></html>`,
  }
}
