/** Only a path of this very site may be gone to after sign-in: "//evil", "/\evil" and full addresses become "/". */
export function safePath(next: string | null): string {
  return next !== null && /^\/(?![/\\])[^\\]*$/.test(next) ? next : '/'
}
