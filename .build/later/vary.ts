// Most responses have no `Vary` yet that could be extended.
export * from '../../src/connect/append-names.js'
