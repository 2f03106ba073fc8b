/** Adds field names to the value of a `Vary`. */
export { append as appendNames } from 'vary'
