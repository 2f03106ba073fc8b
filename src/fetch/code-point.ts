/** https://infra.spec.whatwg.org/#ascii-digit */
export function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39
}

/** https://infra.spec.whatwg.org/#ascii-lower-alpha */
export function isLowerAlpha(code: number): boolean {
  return code >= 0x61 && code <= 0x7a
}

/** https://infra.spec.whatwg.org/#ascii-lower-hex-digit */
export function isLowerHexDigit(code: number): boolean {
  return isDigit(code) || (code >= 0x61 && code <= 0x66)
}

/** https://fetch.spec.whatwg.org/#http-tab-or-space */
export function isTabOrSpace(code: number): boolean {
  return code === 0x20 || code === 0x09
}

/** Whether every UTF-16 code unit of a string passes; true for the empty string. */
export function everyCodePoint(value: string, test: (code: number) => boolean): boolean {
  for (let i = 0; i < value.length; i++) {
    if (!test(value.charCodeAt(i))) return false
  }
  return true
}
