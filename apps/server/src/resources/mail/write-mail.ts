import type { Locale } from '@pipewright/contract'
import { mailTexts } from './mail-texts.ts'

/** One thing that is told, with where it leads. */
export interface MailLine {
  readonly text: string
  /** The form it is about and when it happened. */
  readonly about: string
  readonly url: string | null
}

export interface MailContent {
  readonly locale: Locale
  readonly name: string
  readonly workspace: string
  readonly lines: readonly MailLine[]
  readonly homeUrl: string
  readonly settingsUrl: string
  readonly stopUrl: string
}

export interface WrittenMail {
  readonly subject: string
  readonly text: string
  readonly html: string
}

/** So many lines are written out; the others are counted. */
const mostLines = 50
const subjectLength = 150

const signs: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** What people wrote stays text in HTML. */
export const escapeHtml = (text: string): string => text.replaceAll(/[&<>"']/g, (sign) => signs[sign] ?? sign)

/** Line breaks would end a heading, other control and direction signs disguise it. */
export const oneLine = (text: string): string => text.replaceAll(/[^\P{C}]+|\s+/gu, ' ').trim()

const cut = (text: string): string => {
  const signsOf = [...text]
  return signsOf.length <= subjectLength ? text : `${signsOf.slice(0, subjectLength - 1).join('')}…`
}

const link = (url: string, text: string, style: string): string =>
  `<a href="${escapeHtml(url)}" style="${style}">${escapeHtml(text)}</a>`

const plain = 'color:#1f2329;text-decoration:none'
const small = 'color:#646a73;font-size:12px;line-height:20px'
const button =
  'display:inline-block;padding:8px 16px;border-radius:6px;background:#1456f0;color:#ffffff;text-decoration:none'

function htmlLine({ text, about, url }: MailLine): string {
  const said = url === null ? escapeHtml(text) : link(url, text, plain)
  return `<li style="margin:0;padding:10px 0;border-bottom:1px solid #e5e6eb">${said}<br><span style="${small}">${escapeHtml(about)}</span></li>`
}

function html(content: MailContent, subject: string, more: number): string {
  const { locale, name, workspace, lines, homeUrl, settingsUrl, stopUrl } = content
  const words = mailTexts[locale]
  const rest = more === 0 ? '' : `<p style="${small}">${escapeHtml(words.more(more))}</p>`
  return `<!doctype html><html lang="${locale === 'zh' ? 'zh-CN' : 'en'}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(subject)}</title></head>
<body style="margin:0;padding:24px;background:#f5f6f7;color:#1f2329;font:14px/22px -apple-system,'Segoe UI','PingFang SC','Microsoft YaHei',sans-serif">
<div style="max-width:560px;margin:0 auto;padding:24px;background:#ffffff;border-radius:8px">
<p style="margin:0 0 8px">${escapeHtml(words.hello(name))}</p>
<ul style="margin:0;padding:0;list-style:none">${lines.map(htmlLine).join('')}</ul>${rest}
<p style="margin:20px 0">${link(homeUrl, words.open(workspace), button)}</p>
<p style="margin:0;${small}">${escapeHtml(words.why(workspace))}<br>${link(settingsUrl, words.settings, 'color:#1456f0')} · ${link(stopUrl, words.stop, 'color:#1456f0')}</p>
</div></body></html>`
}

function text(content: MailContent, more: number): string {
  const { locale, name, workspace, lines, homeUrl, settingsUrl, stopUrl } = content
  const words = mailTexts[locale]
  const told = lines.map((line) => [
    `• ${oneLine(line.text)}`,
    `  ${oneLine(line.about)}`,
    line.url === null ? '' : `  ${line.url}`,
  ])
  return [
    words.hello(oneLine(name)),
    '',
    ...told.flatMap((parts) => [...parts.filter((part) => part !== ''), '']),
    ...(more === 0 ? [] : [words.more(more), '']),
    `${words.open(oneLine(workspace))}: ${homeUrl}`,
    '',
    words.why(oneLine(workspace)),
    `${words.settings}: ${settingsUrl}`,
    `${words.stop}: ${stopUrl}`,
    '',
  ].join('\n')
}

/** A mail of what somebody is told, in words and in HTML. */
export function writeMail(content: MailContent): WrittenMail {
  const { locale, workspace, lines } = content
  const [first] = lines
  const subject =
    lines.length === 1 && first !== undefined
      ? cut(oneLine(first.text))
      : oneLine(mailTexts[locale].several(lines.length, workspace))
  const shown = { ...content, lines: lines.slice(0, mostLines) }
  const more = lines.length - shown.lines.length
  return { subject, text: text(shown, more), html: html(shown, subject, more) }
}

/** A mail that says nothing but that it came. */
export function writeTestMail(locale: Locale, workspace: string): WrittenMail {
  const words = mailTexts[locale]
  const said = words.testText(workspace)
  return {
    subject: oneLine(words.testSubject(workspace)),
    text: `${oneLine(said)}\n`,
    html: `<!doctype html><html><head><meta charset="utf-8"></head><body><p>${escapeHtml(said)}</p></body></html>`,
  }
}
