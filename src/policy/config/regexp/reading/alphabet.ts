/** Every character that a serialized origin can have, the plainest first. */
export const ALPHABET = 'abcdefghijklmnopqrstuvwxyz0123456789-_.:/[]+'
