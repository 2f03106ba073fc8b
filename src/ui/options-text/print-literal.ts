/** A value as JavaScript, as the formatter of this package would write it. */
export function printLiteral(value: unknown): string {
  if (typeof value === 'string') return printString(value)
  if (Array.isArray(value)) return `[${value.map(printLiteral).join(', ')}]`
  return String(value)
}

/** A string in single quotes, or in double quotes if it has single ones. */
export function printString(text: string): string {
  const double = JSON.stringify(text)
  if (text.includes("'")) return double
  return `'${double.slice(1, -1).replaceAll('\\"', '"')}'`
}
