import { useTexts } from '../../texts/use-texts.ts'
import { useRowMenu } from './row-menu-context.ts'

/** Opens the menu of one row. Its dots are drawn by the style: an icon per row is much of what a row costs while scrolling. */
export function ItemRowMenu({ row }: { readonly row: number }) {
  const menu = useRowMenu()
  const t = useTexts()
  return (
    <button
      type="button"
      className="pw-items-more"
      aria-label={t('control.rowMenu', { row: row + 1 })}
      aria-haspopup="menu"
      aria-expanded={menu.row === row}
      onClick={(event) => menu.open(row, event.currentTarget)}
    />
  )
}
