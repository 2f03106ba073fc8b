// What is wrong with options, and what to write instead.
export * from '../../src/policy/config/diagnosis/diagnose-origin.js'
export * from '../../src/policy/config/diagnosis/fix-origin.js'
export * from '../../src/policy/config/issues/config-issue.js'
export * from '../../src/policy/config/not-options.js'
export * from '../../src/policy/config/suggest-option.js'
