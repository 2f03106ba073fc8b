/** Where something is in the text: its first character, and the one after its last. */
export interface Range {
  readonly start: number
  readonly end: number
}

/** One value of the text, with its place. */
export type Node = ObjectNode | ArrayNode | PlainNode

export interface ObjectNode extends Range {
  readonly kind: 'object'
  readonly members: readonly Member[]
}

/** `name: value`; the range covers both. */
export interface Member extends Range {
  readonly name: string
  /** The name as typed. */
  readonly key: Range
  readonly value: Node
}

export interface ArrayNode extends Range {
  readonly kind: 'array'
  readonly elements: readonly Node[]
}

/** Strings, numbers, booleans, regular expressions, `null` and `undefined`. */
export interface PlainNode extends Range {
  readonly kind: 'plain'
  readonly value: unknown
}

/** The value that the text stands for. */
export function literalValue(node: Node): unknown {
  switch (node.kind) {
    case 'object':
      // Defines even `__proto__` as a property of the object's own.
      return Object.fromEntries(node.members.map(({ name, value }) => [name, literalValue(value)]))
    case 'array':
      return node.elements.map(literalValue)
    case 'plain':
      return node.value
  }
}
