/**
 * Lines that are not written together with a new `updated_at` of their record, or may not be: what was calculated anew, shared,
 * merged, converted and the like. Making and changing a record always stamp it. An index is made for just these words.
 */
export const besideSql = "kind not in ('create', 'update')"
