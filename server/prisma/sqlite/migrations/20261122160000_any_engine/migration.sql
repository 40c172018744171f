-- What was asked for beside the words, in one place
ALTER TABLE "Generation" ADD COLUMN "options" TEXT NOT NULL DEFAULT '{}';
UPDATE "Generation" SET "options" = json_patch('{}', json_object('layout', "layout", 'palette', json("palette")));
ALTER TABLE "Generation" DROP COLUMN "layout";
ALTER TABLE "Generation" DROP COLUMN "palette";

-- An AI service's own name for the image it is making, and how often it was asked
ALTER TABLE "GenerationJob" ADD COLUMN "ticket" TEXT;
ALTER TABLE "GenerationJob" ADD COLUMN "bought" INTEGER NOT NULL DEFAULT 0;

-- Shapes, likeness, favourites
ALTER TABLE "Image" ADD COLUMN "svgKey" TEXT;
ALTER TABLE "Image" ADD COLUMN "likeness" TEXT;
ALTER TABLE "Image" ADD COLUMN "favouriteAt" DATETIME;
CREATE INDEX "Image_svgKey_idx" ON "Image"("svgKey");
CREATE INDEX "Image_deletedAt_idx" ON "Image"("deletedAt");
