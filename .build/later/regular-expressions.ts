// The judge of regular expressions, a quarter of the code.
export * from '../../src/policy/config/regexp/fix-regexp.js'
export * from '../../src/policy/config/regexp/judge-regexp.js'
