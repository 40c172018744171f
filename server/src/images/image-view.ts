import type { Image as ImageView } from 'shared'
import { hexColour } from 'shared'
import * as z from 'zod'
import type { Image as ImageRow } from '../../generated/sqlite/client.ts'
import { namesOfPalette } from '../engines/print/picture/palette-names.ts'
import type { UrlSigner } from './signed-url.ts'

/** An image as its owner sees it, with addresses that work for the next one to two hours. */
export function viewImage(row: ImageRow, signer: UrlSigner, baseUrl: string): ImageView {
  const { id, width, height, bytes, mime, accountId } = row
  const palette = z.array(hexColour).parse(JSON.parse(row.palette))
  return {
    id,
    width,
    height,
    bytes,
    mime,
    url: baseUrl + signer.sign(id, 'full', accountId),
    thumbUrl: baseUrl + signer.sign(id, 'thumb', accountId),
    svgUrl: row.svgKey === null ? null : baseUrl + signer.sign(id, 'svg', accountId),
    palette,
    paletteNames: namesOfPalette(palette),
    favourite: row.favouriteAt !== null,
    createdAt: row.createdAt.toISOString(),
  }
}
