export { ColumnsProperty as LineItemsSheet } from '../columns-property.tsx'
