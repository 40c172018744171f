import * as z from 'zod'
import { ConfigError, filled, httpUrl, yesOrNo } from '../platform/settings.ts'

/** A bucket, at Amazon or at anything that speaks its protocol (MinIO, R2, Garage, …). */
export interface S3Settings {
  bucket: string
  region: string
  /** Null: Amazon's own for the region. */
  endpoint: string | null
  /** Null: as the machine provides them (role, profile). */
  credentials: { accessKeyId: string; secretAccessKey: string } | null
  /** The bucket's name stands in the path instead of the host. */
  pathStyle: boolean
}

export const s3Variables = z.object({
  /** A bucket for the images; a folder of the data folder if not set. */
  TOILE_S3_BUCKET: filled('a name').optional(),
  TOILE_S3_REGION: filled('a name').default('us-east-1'),
  /** A service that is not Amazon's. */
  TOILE_S3_ENDPOINT: httpUrl.optional(),
  /** As the machine provides them (role, profile) if not set. */
  TOILE_S3_ACCESS_KEY_ID: filled('a key').optional(),
  TOILE_S3_SECRET_ACCESS_KEY: filled('a key').optional(),
  /** The bucket's name stands in the path, as most services that are not Amazon's want it. */
  TOILE_S3_PATH_STYLE: yesOrNo.default(false),
})

/** Null: images lie in the data folder. */
export function s3Settings(set: z.infer<typeof s3Variables>): S3Settings | null {
  const { TOILE_S3_BUCKET: bucket, TOILE_S3_ACCESS_KEY_ID: accessKeyId, TOILE_S3_SECRET_ACCESS_KEY: secretAccessKey } = set
  if (bucket === undefined) return null
  if ((accessKeyId === undefined) !== (secretAccessKey === undefined)) {
    throw new ConfigError('Settings TOILE_S3_ACCESS_KEY_ID and TOILE_S3_SECRET_ACCESS_KEY go together.')
  }
  return {
    bucket,
    region: set.TOILE_S3_REGION,
    endpoint: set.TOILE_S3_ENDPOINT ?? null,
    credentials: accessKeyId === undefined || secretAccessKey === undefined ? null : { accessKeyId, secretAccessKey },
    pathStyle: set.TOILE_S3_PATH_STYLE,
  }
}
