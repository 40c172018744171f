-- The plan that an account was to go over to, and that its payment service refused for good: which, since when, and in which words
ALTER TABLE "Subscription" ADD COLUMN "refusedPlanId" TEXT;
ALTER TABLE "Subscription" ADD COLUMN "refusedOffersVersion" INTEGER;
ALTER TABLE "Subscription" ADD COLUMN "refusedAt" DATETIME;
ALTER TABLE "Subscription" ADD COLUMN "refusedBecause" TEXT;
