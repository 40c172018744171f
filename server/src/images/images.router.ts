import {
  favouriteRequest,
  image,
  imageCounts,
  imageDeletion,
  imageDetail,
  imageFile,
  imageFileRequest,
  imageListRequest,
  imagePage,
  imageRecipe,
  imageRequest,
  maxUploadBytes,
  provenance,
} from 'shared'
import * as z from 'zod'
import { ToileError } from '../platform/errors.ts'
import { memberProcedure, router } from '../trpc.ts'
import type { Images } from './images.ts'

const text = (form: FormData, name: string) => {
  const value = form.get(name)
  return typeof value === 'string' && value !== '' ? value : null
}

/** A form with the picture's bytes in `file`, and where it came from. */
const uploadForm = z.instanceof(FormData).transform((form, context) => {
  const file = form.get('file')
  if (!(file instanceof Blob)) {
    context.addIssue({ code: 'custom', path: ['file'], message: 'A file is missing' })
    return z.NEVER
  }
  if (file.size > maxUploadBytes) throw new ToileError('IMAGE_TOO_LARGE', { maxBytes: maxUploadBytes })
  const [pageUrl, pageTitle, imageUrl] = ['pageUrl', 'pageTitle', 'imageUrl'].map((name) => text(form, name))
  return { file, provenance: provenance.parse({ pageUrl, pageTitle, imageUrl }) }
})

export const imagesRouter = (images: Images) =>
  router({
    upload: memberProcedure
      .input(uploadForm)
      .output(image)
      .mutation(async ({ ctx, input }) => {
        const row = await images.upload(ctx.member.accountId, await input.file.bytes(), input.provenance)
        return images.view(row)
      }),
    list: memberProcedure
      .input(imageListRequest)
      .output(imagePage)
      .query(({ ctx, input }) => images.list(ctx.member.accountId, input)),
    counts: memberProcedure.output(imageCounts).query(({ ctx }) => images.counts(ctx.member.accountId)),
    detail: memberProcedure
      .input(imageRequest)
      .output(imageDetail)
      .query(({ ctx, input }) => images.detail(ctx.member.accountId, input.id)),
    file: memberProcedure
      .input(imageFileRequest)
      .output(imageFile)
      .query(({ ctx, input }) => images.file(ctx.member.accountId, input)),
    recipe: memberProcedure
      .input(imageRequest)
      .output(imageRecipe)
      .query(({ ctx, input }) => images.recipe(ctx.member.accountId, input.id)),
    delete: memberProcedure
      .input(imageRequest)
      .output(imageDeletion)
      .mutation(({ ctx, input }) => images.delete(ctx.member.accountId, input.id)),
    restore: memberProcedure
      .input(imageRequest)
      .output(image)
      .mutation(async ({ ctx, input }) => images.view(await images.restore(ctx.member.accountId, input.id))),
    favourite: memberProcedure
      .input(favouriteRequest)
      .output(image)
      .mutation(async ({ ctx, input }) => images.view(await images.favourite(ctx.member.accountId, input.id, input.favourite))),
  })
