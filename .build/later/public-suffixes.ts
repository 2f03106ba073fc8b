// The public suffix list takes tens of milliseconds to load.
export * from '../../src/connect/public-suffix.js'
