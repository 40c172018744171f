-- The files of the storage, so that one goes when the last image that points at it has gone
CREATE TABLE "ImageFile" (
    "key" TEXT NOT NULL PRIMARY KEY,
    "touchedAt" DATETIME NOT NULL
);
CREATE INDEX "ImageFile_touchedAt_idx" ON "ImageFile"("touchedAt");

INSERT INTO "ImageFile" ("key", "touchedAt") SELECT "contentKey", MAX("createdAt") FROM "Image" GROUP BY "contentKey";

-- SQLite adds no foreign key to a table that is there: it is made anew
CREATE TABLE "new_Image" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "contentKey" TEXT NOT NULL,
    "svgKey" TEXT,
    "role" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "palette" TEXT NOT NULL,
    "likeness" TEXT,
    "recipe" TEXT,
    "pageUrl" TEXT,
    "pageTitle" TEXT,
    "imageUrl" TEXT,
    "createdAt" DATETIME NOT NULL,
    "favouriteAt" DATETIME,
    "deletedAt" DATETIME,
    CONSTRAINT "Image_contentKey_fkey" FOREIGN KEY ("contentKey") REFERENCES "ImageFile" ("key") ON DELETE RESTRICT ON UPDATE RESTRICT,
    CONSTRAINT "Image_svgKey_fkey" FOREIGN KEY ("svgKey") REFERENCES "ImageFile" ("key") ON DELETE RESTRICT ON UPDATE RESTRICT
);
INSERT INTO "new_Image" ("id", "accountId", "contentKey", "svgKey", "role", "mime", "bytes", "width", "height", "palette", "likeness", "recipe", "pageUrl", "pageTitle", "imageUrl", "createdAt", "favouriteAt", "deletedAt")
SELECT "id", "accountId", "contentKey", "svgKey", "role", "mime", "bytes", "width", "height", "palette", "likeness", "recipe", "pageUrl", "pageTitle", "imageUrl", "createdAt", "favouriteAt", "deletedAt" FROM "Image";
DROP TABLE "Image";
ALTER TABLE "new_Image" RENAME TO "Image";
CREATE INDEX "Image_accountId_createdAt_idx" ON "Image"("accountId", "createdAt");
CREATE INDEX "Image_contentKey_idx" ON "Image"("contentKey");
CREATE INDEX "Image_svgKey_idx" ON "Image"("svgKey");
CREATE INDEX "Image_deletedAt_idx" ON "Image"("deletedAt");
