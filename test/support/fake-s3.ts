import { createHash, createHmac } from 'node:crypto'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { buffer } from 'node:stream/consumers'
import { crc32 } from 'node:zlib'

export interface FakeS3 {
  endpoint: string
  bucket: string
  region: string
  credentials: { accessKeyId: string; secretAccessKey: string }
  /** How many requests came so far, by method. */
  asked: Map<string, number>
  /** Cuts the next request of this kind short: of a PUT half is read, of a GET half is sent. */
  cutNext(method: 'GET' | 'PUT'): void
  close(): Promise<void>
}

interface Kept {
  bytes: Buffer
  at: Date
}

/**
 * What is used of Amazon's S3, over HTTP: PUT, GET and DELETE of an object, ListObjectsV2 in pages, path style. Checks what
 * Amazon checks: the signature (version 4), the payload's hash and its CRC-32.
 */
export async function startFakeS3(): Promise<FakeS3> {
  const facts = {
    bucket: 'prints',
    region: 'eu-test-1',
    credentials: { accessKeyId: 'designer', secretAccessKey: 'a secret/of+tests' },
  }
  const objects = new Map<string, Kept>()
  const asked = new Map<string, number>()
  let cut: string | null = null

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { method = '' } = request
    asked.set(method, (asked.get(method) ?? 0) + 1)
    const broken = cut === method
    if (broken) cut = null
    if (broken && method === 'PUT') return void request.once('data', () => request.destroy())
    const body = await buffer(request)
    const wrong = refusal(request, body, facts)
    if (wrong !== null) return answer(response, wrong === 'BadDigest' ? 400 : 403, failed(wrong))
    const url = new URL(request.url ?? '', 'http://s3')
    const [, bucket, ...path] = url.pathname.split('/').map(decodeURIComponent)
    if (bucket !== facts.bucket) return answer(response, 404, failed('NoSuchBucket'))
    const key = path.join('/')
    if (key === '') return answer(response, 200, listing(objects, url.searchParams))
    const kept = objects.get(key)
    if (method === 'PUT') objects.set(key, { bytes: body, at: new Date() })
    if (method === 'DELETE') objects.delete(key)
    if (method !== 'GET') return answer(response, method === 'DELETE' ? 204 : 200, '')
    if (kept === undefined) return answer(response, 404, failed('NoSuchKey'))
    if (!broken) return answer(response, 200, kept.bytes)
    response.writeHead(200, { 'content-length': kept.bytes.length })
    response.write(kept.bytes.subarray(0, kept.bytes.length / 2), () => response.destroy())
  }

  const server = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => response.destroy(error instanceof Error ? error : undefined))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The bucket has no port')
  return {
    ...facts,
    endpoint: `http://127.0.0.1:${address.port}`,
    asked,
    cutNext: (method) => {
      cut = method
    },
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function answer(response: ServerResponse, status: number, body: string | Buffer): void {
  response.writeHead(status, { 'content-length': Buffer.byteLength(body) }).end(body)
}

const failed = (code: string) => `<?xml version="1.0"?><Error><Code>${code}</Code><Message>${code}</Message></Error>`

const listed = 2

/** A page of ListObjectsV2, short on purpose: nobody may count on one page. */
function listing(objects: Map<string, Kept>, query: URLSearchParams): string {
  const [prefix, after] = [query.get('prefix') ?? '', query.get('continuation-token') ?? '']
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort()
  const page = keys.slice(0, Math.min(listed, Number(query.get('max-keys') ?? 1000)))
  const contents = page.map((key) => {
    const kept = objects.get(key)
    return `<Contents><Key>${key}</Key><LastModified>${kept?.at.toISOString()}</LastModified><Size>${kept?.bytes.length}</Size></Contents>`
  })
  const more = keys.length > page.length
  const next = more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  return `<?xml version="1.0"?><ListBucketResult><IsTruncated>${more}</IsTruncated>${contents.join('')}${next}</ListBucketResult>`
}

/** Why Amazon would not take the request, or null. */
function refusal(
  { method, url, headers }: IncomingMessage,
  body: Buffer,
  { region, credentials }: Pick<FakeS3, 'region' | 'credentials'>,
): string | null {
  const told = /Credential=([^/]+)\/(\d+)\/([^/]+)\/s3\/aws4_request, ?SignedHeaders=([^,]+), ?Signature=(\w+)/.exec(
    headers.authorization ?? '',
  )
  if (told === null || told[1] !== credentials.accessKeyId || told[3] !== region) return 'InvalidAccessKeyId'
  const [, , day = '', , names = '', signature] = told
  const { pathname, searchParams } = new URL(url ?? '', 'http://s3')
  const query = [...searchParams].map((pair) => pair.map(encodeRfc3986).join('=')).sort()
  const signed = names.split(';').map((name) => `${name}:${headers[name]}\n`)
  const payload = headers['x-amz-content-sha256']
  const canonical = [method, pathname, query.join('&'), signed.join(''), names, payload].join('\n')
  const text = ['AWS4-HMAC-SHA256', headers['x-amz-date'], `${day}/${region}/s3/aws4_request`, sha256(canonical)].join('\n')
  const steps = [day, region, 's3', 'aws4_request', text]
  const key = steps.reduce<string | Buffer>(
    (key, step) => createHmac('sha256', key).update(step).digest(),
    `AWS4${credentials.secretAccessKey}`,
  )
  if (Buffer.from(key).toString('hex') !== signature) return 'SignatureDoesNotMatch'
  const sum = Buffer.alloc(4)
  sum.writeUInt32BE(crc32(body))
  if (payload !== sha256(body) || (headers['x-amz-checksum-crc32'] ?? sum.toString('base64')) !== sum.toString('base64'))
    return 'BadDigest'
  return null
}

const sha256 = (what: string | Buffer) => createHash('sha256').update(what).digest('hex')

const encodeRfc3986 = (text: string) =>
  encodeURIComponent(text).replace(/[!'()*]/g, (letter) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`)
