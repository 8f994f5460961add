/** An order as the simulator knows it: only what is read here. */
export interface SimulatedOrder {
  readonly orderNumber: string
  readonly account: string
  readonly product: string
  readonly organisation: string
  readonly story: string
}

export interface ReceivedRequest {
  readonly id: number
  readonly at: string
  readonly method: string
  readonly path: string
  readonly endpoint?: string
  readonly action?: string
  readonly orderNumber?: string
  readonly bodyText: string
}

/** Talks to the simulator's control interface, over HTTP alone: the simulator is a program of its own. */
export function simulatorControl(url: string) {
  const call = async (method: string, path: string, body?: object): Promise<unknown> => {
    const response = await fetch(`${url}/control/${path}`, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    })
    const text = await response.text()
    if (!response.ok) throw new Error(`The simulator refused ${method} ${path}: ${text}`)
    return JSON.parse(text)
  }
  const list = async <T>(name: string, query = ''): Promise<T[]> =>
    ((await call('GET', `${name}${query}`)) as Record<string, T[]>)[name] ?? []

  return {
    url,
    baseUrl: `${url}/products/`,
    orders: () => list<SimulatedOrder>('orders'),
    order: (number: string) => call('GET', `orders/${encodeURIComponent(number)}`),
    /** Changes an order; makes one when the number is new and `account` is given. */
    setOrder: (number: string, patch: object) => call('PATCH', `orders/${encodeURIComponent(number)}`, patch),
    setAccount: (loginName: string, patch: object) =>
      call('PATCH', `accounts/${encodeURIComponent(loginName)}`, patch),
    /** What the CA received for one order, oldest first. */
    requests: (order: string) => list<ReceivedRequest>('requests', `?order=${encodeURIComponent(order)}`),
    /** Moves an order on, as the CA's own work does: `agreement`, `callback`, `issued` and so on. */
    advance: (orderNumber: string, step: string) => call('POST', 'advance', { orderNumber, step }),
    /** Where the simulated CA reports what happens to an account's orders. */
    setPush: (push: { account: string; url: string; format?: 'GET' | 'POST' }) => call('PUT', 'push', push),
    /** Sends any report, at once. */
    sendPush: (parameters: object) => call('POST', 'push/send', parameters),
    /** What GetDCVEmailAddressList finds for a domain beside the fixed names: `dnsTxt`, `whois`, or `constructed: false`. */
    setDomain: (domain: string, contacts: object) =>
      call('PUT', `domains/${encodeURIComponent(domain)}`, contacts),
    /** Everything that the CA received, also what names no order. */
    allRequests: () => list<ReceivedRequest>('requests'),
    setFault: (fault: object) => call('POST', 'faults', fault),
    setAnswer: (answer: object) => call('POST', 'answers', answer),
    outbox: () => list<{ orderNumber: string; kind: string; to: string }>('outbox'),
    calls: () => list<{ orderNumber: string; kind: string; preferredTimeUTC: string }>('calls'),
    notes: () => list<{ orderNumber: string; action: string; text: string }>('notes'),
  }
}

export type SimulatorControl = ReturnType<typeof simulatorControl>
