import { createTRPCClient, httpLink, TRPCClientError } from '@trpc/client'
import { unpackedExtensionOrigin } from 'server/config'
import type { AppRouter } from 'server/router'
import { type WireError, wireError } from 'shared'
import * as z from 'zod'

export type Caller = ReturnType<typeof callerWith>

/** The server's procedures for the holder of a token, over HTTP, as the extension calls them. */
export function callerWith(serverUrl: string, token: string) {
  const headers = { authorization: `Bearer ${token}`, origin: unpackedExtensionOrigin }
  return createTRPCClient<AppRouter>({ links: [httpLink({ url: `${serverUrl}/trpc`, headers })] })
}

/** Becomes a guest of the server, as the extension does at its first need. */
export async function signIn(serverUrl: string): Promise<string> {
  const answer = await fetch(`${serverUrl}/api/auth/sign-in/anonymous`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: unpackedExtensionOrigin },
    body: '{}',
  })
  const token = answer.headers.get('set-auth-token')
  if (!answer.ok || token === null) throw new Error(`Signing in was answered ${answer.status}`)
  return token
}

const carried = z.looseObject({ toile: wireError })

/** The typed error that a call ends with; throws where it succeeds or ends otherwise. */
export async function refusalOf(call: Promise<unknown>): Promise<WireError> {
  try {
    await call
  } catch (error) {
    if (error instanceof TRPCClientError) return carried.parse(error.data).toile
    throw error
  }
  throw new Error('The call was not refused')
}

/** A form with a picture, as `images.upload` takes it. */
export function pictureForm(bytes: Uint8Array<ArrayBuffer>, type: string, name = 'picture'): FormData {
  const form = new FormData()
  form.set('file', new Blob([bytes], { type }), name)
  return form
}
