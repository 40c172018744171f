-- What an image can be found by; it goes with its image
CREATE TABLE "ImageWords" (
    "imageId" TEXT NOT NULL,
    "words" TEXT NOT NULL,

    CONSTRAINT "ImageWords_pkey" PRIMARY KEY ("imageId"),
    CONSTRAINT "ImageWords_imageId_fkey" FOREIGN KEY ("imageId") REFERENCES "Image" ("id") ON DELETE CASCADE ON UPDATE RESTRICT
);

-- A page of a project's images, an image's generation, and what was made from an image: each without a look at all the others
CREATE INDEX "Generation_accountId_projectId_createdAt_idx" ON "Generation"("accountId", "projectId", "createdAt");
CREATE INDEX "Generation_sourceImageId_idx" ON "Generation"("sourceImageId");
CREATE INDEX "GenerationJob_imageId_idx" ON "GenerationJob"("imageId");
