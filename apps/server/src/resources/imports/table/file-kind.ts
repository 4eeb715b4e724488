import { Unreadable } from './unreadable.ts'

export type TableKind = 'text' | 'xlsx'

const starts = (head: Uint8Array, ...bytes: readonly number[]): boolean =>
  bytes.every((byte, at) => head[at] === byte)

/** Beginnings of files that are certainly no table, whatever they are called. */
const markup = /^\s*(?:<!doctype|<html|<\?xml|<svg|\{\\rtf|%pdf|%!ps)/i

/** What a file is by its first bytes; its name and declared type say nothing. */
export function tableKind(head: Uint8Array): TableKind {
  if (starts(head, 0x50, 0x4b, 0x03, 0x04)) return 'xlsx'
  if (starts(head, 0x50, 0x4b)) throw new Unreadable('damaged')
  if (starts(head, 0xd0, 0xcf, 0x11, 0xe0)) throw new Unreadable('oldWorkbook')
  const text = new TextDecoder('latin1').decode(head.subarray(0, 200)).replace(/^\u00EF\u00BB\u00BF/, '')
  if (markup.test(text)) throw new Unreadable('notTable')
  return 'text'
}
