import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Body } from '../read-body.ts'
import type { Controls } from '../simulator.ts'

export const answerPage = (_: Controls, __: IncomingMessage, response: ServerResponse, ___: Body): void => {
  response
    .writeHead(200, { 'content-type': 'text/html; charset=utf-8' })
    .end('<!DOCTYPE html><title>Simulated CA</title>')
}
