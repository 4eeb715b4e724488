/** Values in the text of a rollup; more would make a cell that nobody reads. */
export const longestList = 500
