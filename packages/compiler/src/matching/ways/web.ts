import { orNothing } from './fold.ts'

/** A page whatever stands before its name and behind its path: "https://www.x.com/" is "x.com". */
export function web(value: string): string | undefined {
  const bare = value
    .normalize('NFKC')
    .trim()
    .replace(/^[a-z][a-z0-9+.-]*:\/\//iu, '')
    .replace(/[?#].*$/u, '')
  const cut = bare.indexOf('/')
  const host = (cut < 0 ? bare : bare.slice(0, cut)).toLowerCase()
  const name = host
    .replace(/^.*@/u, '')
    .replace(/^www\./u, '')
    .replace(/:(?:80|443)$/u, '')
    .replace(/\.$/u, '')
  const path = cut < 0 ? '' : bare.slice(cut).replace(/\/+$/u, '')
  return orNothing(name === '' ? '' : name + path)
}
