import { TRPCClientError } from '@trpc/client'
import { errorCode, errorDetails } from 'shared'
import * as z from 'zod'
import { ApiError } from './failures'

/** An error as far as it can be read: a newer server may have codes and details that this extension has not heard of. */
const errorData = z.looseObject({
  httpStatus: z.number().nullable().catch(null),
  toile: z
    .object({ code: errorCode.nullable().catch(null), details: errorDetails.catch({}) })
    .nullable()
    .catch(null),
})

/** One error type for whatever went wrong between here and the server. */
export function apiError(error: unknown): ApiError {
  if (error instanceof ApiError) return error
  if (!(error instanceof TRPCClientError)) return new ApiError('INTERNAL')
  // Without data the request did not reach a tRPC server.
  if (error.data === undefined || error.data === null) return new ApiError('OFFLINE')
  const data = errorData.safeParse(error.data).data
  const status = data?.httpStatus ?? null
  if (data?.toile?.code) return new ApiError(data.toile.code, data.toile.details, status)
  return new ApiError(status === 401 ? 'UNAUTHORIZED' : 'INTERNAL', {}, status)
}
