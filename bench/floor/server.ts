// The floor: what an operation costs without framework, guards and people. The same POST with the same library, the same rows in the same
// tables (made by the product's own migrations), in the same two transactions. Started by set-up.ts: node server.ts PORT DATABASE BASE_URL.
import { createHash, randomUUID } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { Agent, request } from 'undici'
import { floorEvent, openFloorStore, type FloorCall } from './store.ts'

const [port, file, baseUrl] = process.argv.slice(2)
const store = openFloorStore(file ?? '')
const agent = new Agent({ pipelining: 1, connect: { timeout: 10_000 } })

interface Call extends FloorCall {
  readonly input: Readonly<Record<string, string>>
}

async function perform(call: Call): Promise<object> {
  const input = JSON.stringify(call.input)
  const contentHash = createHash('sha256').update(`${call.operation} ${call.order} ${input}`).digest('hex')
  const intended = floorEvent(call, 'attempt.intended', null, { contentHash }, { input: call.input })
  store.intend(call, input, contentHash, intended)

  const { statusCode, body } = await request(new URL('!UpdateUserOvCallback', baseUrl), {
    method: 'POST',
    dispatcher: agent,
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: '*/*', 'user-agent': 'Floor' },
    body: new URLSearchParams({
      loginName: 'bench',
      loginPassword: 'bench-password',
      action: 'ScheduleCallback',
      orderNumber: call.order,
      ...call.input,
    }).toString(),
  })
  const raw = await body.text()
  const reply = new URLSearchParams(raw)
  const kind = statusCode === 200 && reply.get('errorCode') === '0' ? 'done' : 'refused'
  const outcome = { kind, code: Number(reply.get('errorCode')), message: reply.get('errorMessage'), raw }
  const settled = floorEvent(call, 'attempt.settled', kind, { code: outcome.code, statusCode }, { raw })
  store.settle(call.key, kind, JSON.stringify(outcome), raw, settled)
  return { is: 'receipt', receipt: { ...outcome, attempt: call.key, order: call.order, input: call.input } }
}

async function read(incoming: IncomingMessage): Promise<Call> {
  const chunks: Buffer[] = []
  for await (const chunk of incoming) chunks.push(chunk as Buffer)
  return { ...(JSON.parse(Buffer.concat(chunks).toString()) as Call), key: randomUUID() }
}

createServer((incoming, response) => {
  const answer = async () => {
    const text = incoming.method === 'POST' ? JSON.stringify(await perform(await read(incoming))) : '{}'
    response.writeHead(200, {
      'content-type': 'application/json',
      'content-length': Buffer.byteLength(text),
    })
    response.end(text)
  }
  answer().catch((error: unknown) => response.writeHead(500).end(String(error)))
}).listen(Number(port), '127.0.0.1')
