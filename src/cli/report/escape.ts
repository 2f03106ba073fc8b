/** What moves the cursor, changes what a terminal shows, or hides: controls and format characters. */
const UNPRINTABLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\u{fffe}\u{ffff}]/gu

/** Text of strangers for a terminal or a file that a terminal will show: `\u001b` for an escape. */
export function escapeForTerminal(text: string): string {
  return text.replace(UNPRINTABLE, escapeCodeUnits)
}

/** The same for JSON, where the escapes stand for the characters. */
export function escapeJson(json: string): string {
  // JSON.stringify has escaped the rest; its own line breaks stay.
  return json.replace(/(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, escapeCodeUnits)
}

function escapeCodeUnits(character: string): string {
  return character
    .split('')
    .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
    .join('')
}
