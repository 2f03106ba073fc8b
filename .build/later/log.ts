// For those who set `NODE_DEBUG`.
export * from '../../src/connect/open-log.js'
