-- The files of the storage, so that one goes when the last image that points at it has gone
CREATE TABLE "ImageFile" (
    "key" TEXT NOT NULL,
    "touchedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "ImageFile_pkey" PRIMARY KEY ("key")
);
CREATE INDEX "ImageFile_touchedAt_idx" ON "ImageFile"("touchedAt");

INSERT INTO "ImageFile" ("key", "touchedAt") SELECT "contentKey", MAX("createdAt") FROM "Image" GROUP BY "contentKey";

ALTER TABLE "Image" ADD CONSTRAINT "Image_contentKey_fkey" FOREIGN KEY ("contentKey") REFERENCES "ImageFile"("key") ON DELETE RESTRICT ON UPDATE RESTRICT;
ALTER TABLE "Image" ADD CONSTRAINT "Image_svgKey_fkey" FOREIGN KEY ("svgKey") REFERENCES "ImageFile"("key") ON DELETE RESTRICT ON UPDATE RESTRICT;
