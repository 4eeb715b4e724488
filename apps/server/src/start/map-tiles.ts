import type { MapTiles } from '../app-options.ts'
import { StartProblem } from '../postgres/start-problem.ts'

const badTiles = (name: string, value: string, en: string, zh: string) =>
  new StartProblem('bad-setting', `${name}=${value}: ${en}`, `${name}=${value}：${zh}`)

const places = ['{z}', '{x}', '{y}']

/** One host alone, since browsers are allowed to ask that one and no other. */
function readAddress(text: string): string {
  const url = URL.parse(text.replaceAll(/\{[zxy]\}/g, '0'))
  const isWhole = places.every((place) => text.split(place).length === 2) && /^[\x21-\x7e]+$/.test(text)
  const isPlain = url?.protocol === 'https:' && url.username === '' && !/[{}*;,'"]/.test(url.host)
  const before = text.indexOf('/', 'https://'.length)
  if (isWhole && isPlain && before > 0 && places.every((place) => text.indexOf(place) > before)) return text
  throw badTiles(
    'MAP_TILES',
    text,
    'write it like https://tiles.example/{z}/{x}/{y}.png',
    '请写成 https://tiles.example/{z}/{x}/{y}.png 的形式。',
  )
}

function readDatum(text: string | undefined): MapTiles['datum'] {
  if (text === undefined) return 'wgs84'
  if (text === 'wgs84' || text === 'gcj02') return text
  throw badTiles('MAP_TILES_DATUM', text, 'choose wgs84 or gcj02.', '请选择 wgs84 或 gcj02。')
}

/** The map that browsers fetch elsewhere; undefined where none is set up. */
export function readMapTiles(set: (name: string) => string | undefined): MapTiles | undefined {
  const [text, credit] = [set('MAP_TILES'), set('MAP_TILES_CREDIT')]
  if (text === undefined) return undefined
  const address = readAddress(text)
  if (credit === undefined)
    throw badTiles(
      'MAP_TILES_CREDIT',
      '',
      'say whose map it is, as its terms want it.',
      '请按地图服务的条款注明地图来源。',
    )
  return { address, credit, datum: readDatum(set('MAP_TILES_DATUM')) }
}
