import { tidy } from '../../reply.ts'
import { valuesOf } from '../body.ts'
import type { Body, Leaf } from '../body.ts'
import type { ReadWire } from '../wire.ts'
import { collectSsl } from './about.ts'
import { fieldStateRow } from './field-states.ts'
import { extendedFields } from './reply.ts'
import type { CollectSslReply, ExtendedField, ExtendedStatus } from './reply.ts'

export const wire: ReadWire<'collect-ssl'> = {
  about: collectSsl,
  toPairs: ({ orderNumber }) => [
    ['orderNumber', orderNumber],
    ['queryType', '0'],
    ['showExtStatus', 'Y'],
    ['responseFormat', '1'],
  ],
  toReply,
  limitBytes: 65_536,
}

const results: Readonly<Record<number, CollectSslReply['result']>> = {
  0: 'being-processed',
  1: 'available',
  2: 'attached',
}

function toReply({ code, leaves }: Body): CollectSslReply {
  const fields = extendedFields.flatMap((name): [ExtendedField, ExtendedStatus][] => {
    const raw = textOf(leaves, name)
    return raw === null ? [] : [[name, statusOf(raw)]]
  })
  return {
    kind: 'collect-ssl',
    code,
    result: results[code] ?? 'not-known',
    certificateStatus: textOf(leaves, 'certificateStatus'),
    validationStatus: textOf(leaves, 'validationStatus'),
    fields: Object.fromEntries(fields),
  }
}

/** A value that is given twice and differently comes out as both, which is in no list and so claims nothing. */
const textOf = (leaves: readonly Leaf[], name: string): string | null =>
  tidy([...new Set(valuesOf(leaves, name))].join(' · ').slice(0, 200))

function statusOf(raw: string): ExtendedStatus {
  const row = fieldStateRow(raw)
  return { raw, state: row?.state ?? 'not-known', confidence: row?.confidence ?? null }
}
