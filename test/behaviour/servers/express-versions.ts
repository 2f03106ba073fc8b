import express from 'express'
import express4 from 'express4'

export const EXPRESS_VERSIONS: readonly (readonly [name: string, create: typeof express])[] = [
  ['Express 5', express],
  ['Express 4', express4],
]
