// One partner call, from what was received to a reply: the checks that every endpoint shares, in one order. The documents give no
// order; ours is transport, names, login, values, order, and the rule `loginFirst` turns login and values round.
import { lengthOf } from './checks.ts'
import { findByOrderNumber, invalid, isReply, missing, type Endpoint, type Values } from './endpoint.ts'
import type { FormPair } from './form.ts'
import type { Reply, ReplyFamily } from './reply.ts'
import type { Rules } from './rules.ts'
import type { Account, StatusRead, World } from './types.ts'

export type PartnerCall = {
  method: string
  secure: boolean
  pairs: FormPair[]
  family: ReplyFamily
  read?: StatusRead | undefined
  now: Date
}

const login = new Set(['loginName', 'loginPassword'])

export const performPartnerCall = (world: World, endpoint: Endpoint, call: PartnerCall): Reply => {
  const reply = check(world, endpoint, call)
  const item = endpoint.hasErrorItem && world.rules.errorItemCodes.includes(reply.errorCode) && reply.argument
  return item ? { ...reply, errorItem: item } : reply
}

const check = (world: World, endpoint: Endpoint, call: PartnerCall): Reply => {
  const { rules } = world
  if (rules.requireHttps && !call.secure) return { errorCode: -1 }
  if (call.method !== 'POST') return { errorCode: -17 }

  const named = readNames(endpoint, call.pairs, rules)
  if (named.unknown !== undefined) return { errorCode: -2, argument: named.unknown }

  const values = named.values
  const credentials = checkValues(endpoint, named, rules, (name) => login.has(name))
  if (credentials) return credentials
  const others = () =>
    checkValues(endpoint, named, rules, (name) => !login.has(name)) ?? endpoint.validate?.(values, rules)

  const early = rules.loginFirst ? undefined : others()
  if (early) return early
  const account = signIn(world, values)
  if (!account) return { errorCode: -16 }
  if (account.deniedEndpoints.some((name) => name === '*' || name === endpoint.name))
    return denied(account, rules)
  const late = rules.loginFirst ? others() : undefined
  if (late) return late

  const { family, read, now } = call
  const request = { world, rules, account, values, family, read, now }
  if ('answer' in endpoint) return endpoint.answer(request)
  const order = (endpoint.findOrder ?? findByOrderNumber)(world, values)
  if (isReply(order)) return order
  if (order.account !== '*' && order.account !== account.loginName) {
    const named = ['orderNumber', 'certificateID', 'baseOrderNumber'].find(
      (name) => values[name] !== undefined,
    )
    return invalid(named ?? 'orderNumber', rules.otherAccountCode)
  }
  if (order.permissionDenied) return denied(account, rules)
  return endpoint.perform({ ...request, order })
}

type Named = { values: Record<string, string | undefined>; broken: Set<string>; unknown?: string }

// "Variable Name (case insensitive)" (seed2). An empty optional argument counts as left out.
const readNames = (endpoint: Endpoint, pairs: FormPair[], rules: Rules): Named => {
  const spelling = new Map(endpoint.arguments.map((spec) => [spec.name.toLowerCase(), spec]))
  const values: Record<string, string | undefined> = {}
  const broken = new Set<string>()
  const seen = new Set<string>()
  for (const pair of pairs) {
    const spec = pair.nameBroken ? undefined : spelling.get(pair.name.toLowerCase())
    if (!spec) return { values, broken, unknown: pair.name }
    if (seen.has(spec.name)) {
      if (rules.repeatedArgument === 'invalid') broken.add(spec.name)
      if (rules.repeatedArgument !== 'last') continue
    }
    seen.add(spec.name)
    if (pair.valueBroken) broken.add(spec.name)
    values[spec.name] = pair.value === '' && !spec.required ? undefined : pair.value
  }
  return { values, broken }
}

const checkValues = (
  endpoint: Endpoint,
  { values, broken }: Named,
  rules: Rules,
  concerns: (name: string) => boolean,
): Reply | undefined => {
  const specs = endpoint.arguments.filter((spec) => concerns(spec.name))
  const absent = specs.find((spec) => spec.required && values[spec.name] === undefined)
  if (absent) return missing(absent.name)
  const empty = specs.find((spec) => spec.required && values[spec.name] === '')
  if (empty)
    return rules.emptyRequiredCode === -3 ? missing(empty.name) : invalid(empty.name, rules.emptyRequiredCode)
  const wrong = specs.find((spec) => {
    const value = values[spec.name]
    if (broken.has(spec.name)) return true
    if (value === undefined) return false
    return (spec.max !== undefined && lengthOf(value) > spec.max) || (spec.check && !spec.check(value, rules))
  })
  return wrong && invalid(wrong.name)
}

// One code for four causes: wrong login, locked account, expired password, blocked address (section 7, "-16").
const signIn = (world: World, values: Values): Account | undefined => {
  const account = world.accounts.get(values['loginName'] ?? '')
  if (!account || account.locked) return undefined
  if (account.password !== values['loginPassword']) {
    account.failedLogins += 1
    account.locked = account.failedLogins >= world.rules.lockAfter
    return undefined
  }
  account.failedLogins = 0
  return account
}

const denied = (account: Account, rules: Rules): Reply => ({
  errorCode: account.deniedCode ?? rules.permissionCode,
  errorMessage: rules.permissionMessage,
})
