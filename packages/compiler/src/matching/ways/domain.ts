import { email } from './email.ts'
import { web } from './web.ts'

/** Everybody has an address there, so that it says nothing about who it is. */
const free = new Set(
  'gmail.com googlemail.com outlook.com hotmail.com live.com msn.com yahoo.com icloud.com me.com aol.com proton.me protonmail.com gmx.de gmx.net web.de qq.com foxmail.com 163.com 126.com yeah.net 139.com 189.cn sina.com sina.cn sohu.com aliyun.com 21cn.com'.split(
    ' ',
  ),
)

/** Second parts that belong to the country: "x.com.cn", "x.co.uk". */
const shared = new Set(['com', 'net', 'org', 'gov', 'edu', 'ac', 'co', 'or', 'ne'])

/** The domain that a company has of its own, of an e-mail or web address. */
export function domain(value: string): string | undefined {
  const address = value.includes('@') && !value.includes('://') ? email(value) : undefined
  const host =
    address === undefined
      ? (web(value)?.split(/[/:]/u)[0] ?? '')
      : address.slice(address.lastIndexOf('@') + 1)
  const parts = host.split('.')
  if (parts.length < 2 || parts.some((part) => part === '')) return undefined
  const [second = '', top = ''] = parts.slice(-2)
  const own = parts.slice(top.length === 2 && shared.has(second) && parts.length > 2 ? -3 : -2).join('.')
  return free.has(own) ? undefined : own
}
