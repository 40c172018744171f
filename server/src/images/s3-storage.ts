import type { S3Driver } from 'flydrive/drivers/s3'
import type { S3Settings } from './s3-settings.ts'
import { type ImageStorage, placeOf } from './storage.ts'

/** Most files a listing brings at once. */
const pageSize = 1000
/** Longest time for a connection, and between two signs of life of it, in ms. */
const connectMs = 3000
const silenceMs = 10_000
/** Tries of a request: so none takes longer than 40 s without a sign of life, which a deletion counts on. */
const tries = 3

/** Files in a bucket. The client is loaded only here: whoever stores on a disk never pays for it. */
export async function s3Storage(settings: S3Settings): Promise<ImageStorage> {
  const { S3Driver } = await import('flydrive/drivers/s3')
  const { bucket, region, endpoint, credentials, pathStyle } = settings
  const driver = new S3Driver({
    bucket,
    region,
    forcePathStyle: pathStyle,
    ...(endpoint === null ? {} : { endpoint }),
    ...(credentials === null ? {} : { credentials }),
    requestHandler: { connectionTimeout: connectMs, socketTimeout: silenceMs },
    maxAttempts: tries,
    // The bucket's own rules say who may read; many services know no other.
    visibility: 'private',
    supportsACL: false,
  })
  return {
    // A PUT is whole or not at all. It is sent even where the file is there: asking first would cost as much.
    put: (key, bytes) => driver.put(placeOf(key), bytes, { contentType: 'application/octet-stream' }),
    get: async (key) => {
      try {
        return await driver.getBytes(placeOf(key))
      } catch (error) {
        if (error instanceof Error && error.name === 'NoSuchKey') return null
        throw error
      }
    },
    delete: (key) => driver.delete(placeOf(key)),
    list: (shelf) => list(driver, `${shelf}/`),
  }
}

async function* list(driver: S3Driver, prefix: string): ReturnType<ImageStorage['list']> {
  let paginationToken: string | undefined
  do {
    const page = await driver.listAll(prefix, {
      recursive: true,
      maxResults: pageSize,
      ...(paginationToken && { paginationToken }),
    })
    for (const file of page.objects) {
      if (!file.isFile) continue
      const { lastModified } = await file.getMetaData()
      yield { key: file.key.slice(prefix.length), writtenAt: lastModified }
    }
    paginationToken = page.paginationToken
  } while (paginationToken !== undefined)
}
