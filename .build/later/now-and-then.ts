// What a response needs that has a `Vary` already, an app whose functions fail, and who asks for a log.
export * from '../../src/connect/app-functions/to-error.js'
export * from '../../src/connect/append-names.js'
export * from '../../src/connect/open-log.js'
