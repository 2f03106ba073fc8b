/** Names that no list contains. */
export interface Strangers {
  /** A label of a host. */
  readonly label: string
  readonly origins: readonly [string, string]
}

export function createStrangers(): Strangers {
  const label = createLabel()
  return { label, origins: [`https://${label}.test`, `https://${createLabel()}.example`] }
}

function createLabel(): string {
  return `stranger-${Math.random().toString(36).slice(2, 8)}`
}
