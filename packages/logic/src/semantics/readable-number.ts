/** How a text must write a number; a pattern that JavaScript and PostgreSQL read alike. */
export const READABLE_NUMBER = /^[+-]?[0-9]{1,30}([.][0-9]{1,20})?$/
