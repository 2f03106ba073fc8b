import { fresh } from './fresh.js'

/** Origins of an allowlist, all different. */
export function exactOrigins(count: number): string[] {
  return Array.from({ length: count }, (_, i) => fresh(`https://customer-${i}.example.com`))
}

/** Patterns of an allowlist, all different: each covers the subdomains of one customer. */
export function subdomainPatterns(count: number): string[] {
  return Array.from({ length: count }, (_, i) => fresh(`https://*.customer-${i}.example.com`))
}

/** An origin that starts as the allowed ones do, and is not allowed. */
export const STRANGER = 'https://customer-1.example.net'

/** Origins of the list in random order, repeatable, each as a new string. */
export function inRandomOrder(count: number, origin: (i: number) => string): () => string {
  let state = 1
  return () => {
    // Marsaglia's xorshift, period 2^32 - 1.
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return fresh(origin((state >>> 0) % count))
  }
}
