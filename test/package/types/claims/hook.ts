import type { IncomingMessage } from 'node:http'
import type { Request } from 'express'
import { type CorsOptions, cors, type Decision, type HookRequest } from '../../../../src/index.js'

export function infersTheDecisionAndTheRequest() {
  cors({
    onDecision(decision, request) {
      const first: Decision = decision
      const second: HookRequest = request
      console.warn(first.denial?.message, second.method, second.url, second.headers.origin)
    },
  })
  cors({
    origin: 'https://app.example.com',
    credentials: true,
    onDecision: (decision, request) => console.warn(decision.kind, request.url),
  })
}

export function takesTheRequestOfExpressWithoutACast() {
  cors({ onDecision: (decision, request: Request) => console.warn(decision.kind, request.ip) })
  const options: CorsOptions = {
    onDecision(decision, request: Request) {
      console.warn(decision.allowed, request.route)
    },
  }
  cors(options)
}

export function takesTheRequestOfNode() {
  cors({
    origin: 'https://app.example.com',
    onDecision: (_decision, request: IncomingMessage) => console.warn(request.socket.remotePort),
  })
}
