import { describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from './csp.ts'
import { frameAncestors } from './env-rules.ts'

describe('the page policy', () => {
  const framesFor = (text: string) => {
    const options = { https: true, development: false }
    const allowed = frameAncestors(text, (name) => {
      throw new Error(name)
    })
    const policy = contentSecurityPolicy('n', { ...options, frameAncestors: allowed })
    return policy.split('; ').filter((rule) => rule.startsWith('frame-ancestors'))
  }

  it('lets nobody show the desk in a frame, and by configuration the sites that are named and no others', () => {
    expect(framesFor('')).toEqual(["frame-ancestors 'none'"])
    expect(framesFor('https://tickets.example.com, https://crm.example.com:8443')).toEqual([
      'frame-ancestors https://tickets.example.com https://crm.example.com:8443',
    ])
    for (const bad of [
      "'self'",
      'https:',
      '*',
      'https://*.example.com',
      'https://a.example;script-src',
      'data:',
    ])
      expect(() => framesFor(bad), bad).toThrow('FRAME_ANCESTORS')
  })
})
