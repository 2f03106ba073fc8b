// What the README's shorter blocks take for granted; they are run with this in front.
import express, { type RequestHandler } from 'express'
import cors, { checkOrigins, createPolicy } from 'strict-cors'
import { createPage } from 'strict-cors/testing'

export const app = express()
export const handler: RequestHandler = (_req, res) => {
  res.json({})
}
export const requireLogin: RequestHandler = (_req, _res, next) => next()
export const tenants = new Set(['https://tenant.example'])
export const findTenant = async (origin: string) => (tenants.has(origin) ? { origin } : null)

export { checkOrigins, cors, createPage, createPolicy }
