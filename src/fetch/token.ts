/** Every character of the `tchar` production, RFC 9110 §5.6.2. */
const TOKEN_CHARACTERS =
  "!#$%&'*+-.^_`|~0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"

const IS_TOKEN_CODE_POINT = new Uint8Array(128)
for (const character of TOKEN_CHARACTERS) IS_TOKEN_CODE_POINT[character.charCodeAt(0)] = 1

/** Whether a UTF-16 code unit may be part of a `token`, RFC 9110 §5.6.2. */
export function isTokenCodePoint(code: number): boolean {
  return IS_TOKEN_CODE_POINT[code] === 1
}

/**
 * Whether a string is a `token`, RFC 9110 §5.6.2: one or more `tchar`. Methods and header names
 * are tokens.
 */
export function isToken(value: string): boolean {
  for (let i = 0; i < value.length; i++) {
    if (!isTokenCodePoint(value.charCodeAt(i))) return false
  }
  return value !== ''
}
