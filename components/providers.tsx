'use client'

import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'

/**
 * What is sent is sent once, when it is pressed: with the library's defaults a press made offline is kept back and fires by itself
 * when the network returns.
 */
function newQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: { mutations: { retry: false, networkMode: 'always' } },
  })
}

export function Providers({ children }: { children: ReactNode }) {
  const [client] = useState(newQueryClient)
  return <QueryClientProvider client={client}>{children}</QueryClientProvider>
}
