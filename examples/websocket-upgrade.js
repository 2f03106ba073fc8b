import { once } from 'node:events'
import { createServer } from 'node:http'
import { createPolicy } from 'strict-cors'
import { WebSocket, WebSocketServer } from 'ws'

const policy = createPolicy({ origin: 'https://app.example.com', credentials: true })

const server = createServer()
const sockets = new WebSocketServer({ noServer: true })

// Browsers let every page open a WebSocket, with the user's cookies. Only the server can refuse.
server.on('upgrade', async (req, socket, head) => {
  // If an origin function fails, the upgrade is refused, too.
  const allowed = await policy.askOrigin(req.headers.origin).catch(() => false)
  if (!allowed) {
    socket.end('HTTP/1.1 403 Forbidden\r\nConnection: close\r\n\r\n')
    return
  }
  sockets.handleUpgrade(req, socket, head, (webSocket) => {
    webSocket.send('welcome')
  })
})

server.listen(0)
await once(server, 'listening')

for (const origin of ['https://app.example.com', 'https://evil.example']) {
  const client = new WebSocket(`ws://localhost:${server.address().port}`, { origin })
  try {
    const [message] = await once(client, 'message')
    console.log(`${origin}: ${message}`)
  } catch (error) {
    console.log(`${origin}: ${error.message}`)
  }
  client.terminate()
}

server.close()
