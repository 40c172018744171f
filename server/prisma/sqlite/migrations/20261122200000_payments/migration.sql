-- CreateTable
CREATE TABLE "OfferList" (
    "version" INTEGER NOT NULL PRIMARY KEY,
    "content" TEXT NOT NULL,
    "since" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "Customer" (
    "provider" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "erasedAt" DATETIME,
    "forgetAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    PRIMARY KEY ("provider", "accountId")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "checkoutId" TEXT,
    "subscriptionId" TEXT,
    "offerId" TEXT NOT NULL,
    "offersVersion" INTEGER NOT NULL,
    "credits" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "refunded" INTEGER NOT NULL DEFAULT 0,
    "disputed" INTEGER NOT NULL DEFAULT 0,
    "lost" INTEGER NOT NULL DEFAULT 0,
    "readings" INTEGER NOT NULL DEFAULT 0,
    "receiptUrl" TEXT,
    "periodStart" DATETIME,
    "periodEnd" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "paidAt" DATETIME,
    CONSTRAINT "Payment_state" CHECK ("state" IN ('open', 'pending', 'paid', 'failed')),
    CONSTRAINT "Payment_kind" CHECK ("kind" IN ('pack', 'plan', 'upgrade', 'metered')),
    CONSTRAINT "Payment_money" CHECK ("amount" >= 0 AND "refunded" >= 0 AND "disputed" >= 0 AND "lost" >= 0)
);

-- CreateTable
CREATE TABLE "PaidLot" (
    "lotId" TEXT NOT NULL PRIMARY KEY,
    "paymentId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "undone" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PaidLot_undone" CHECK ("undone" >= 0)
);

-- CreateTable
CREATE TABLE "InboxEvent" (
    "provider" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "receivedAt" DATETIME NOT NULL,
    "outcome" TEXT,
    "settledAt" DATETIME,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" DATETIME,
    "leaseToken" TEXT,
    "leaseUntil" DATETIME,
    "lastError" TEXT,
    PRIMARY KEY ("provider", "eventId"),
    CONSTRAINT "InboxEvent_outcome" CHECK ("outcome" IN ('applied', 'ignored'))
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "planId" TEXT,
    "offersVersion" INTEGER NOT NULL,
    "nextPlanId" TEXT,
    "nextOffersVersion" INTEGER,
    "anchor" DATETIME NOT NULL,
    "periodStart" DATETIME NOT NULL,
    "periodEnd" DATETIME NOT NULL,
    "endsWithPeriod" BOOLEAN NOT NULL DEFAULT false,
    "endedAt" DATETIME,
    "cap" INTEGER,
    "lookAt" DATETIME,
    "readings" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "Subscription_kind" CHECK ("kind" IN ('plan', 'metered')),
    CONSTRAINT "Subscription_state" CHECK ("state" IN ('incomplete', 'active', 'past_due', 'unpaid', 'ended'))
);

-- CreateTable
CREATE TABLE "UseReport" (
    "identifier" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" DATETIME NOT NULL,
    "sentAt" DATETIME,
    "lastError" TEXT,
    CONSTRAINT "UseReport_credits" CHECK ("credits" > 0)
);

-- CreateTable
CREATE TABLE "PromoCode" (
    "code" TEXT NOT NULL PRIMARY KEY,
    "label" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,
    "startsAt" DATETIME,
    "endsAt" DATETIME,
    "perAccount" INTEGER NOT NULL DEFAULT 1,
    "limit" INTEGER,
    "used" INTEGER NOT NULL DEFAULT 0,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "PromoCode_used" CHECK ("used" >= 0 AND ("limit" IS NULL OR "used" <= "limit")),
    CONSTRAINT "PromoCode_terms" CHECK ("credits" > 0 AND "days" > 0 AND "perAccount" > 0)
);

-- CreateTable
CREATE TABLE "PromoUse" (
    "accountId" TEXT NOT NULL,
    "intentId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "lotId" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    PRIMARY KEY ("accountId", "intentId")
);

-- CreateTable
CREATE TABLE "Entitlement" (
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "since" DATETIME NOT NULL,
    "until" DATETIME,
    PRIMARY KEY ("accountId", "name", "source")
);

-- RedefineTables
PRAGMA defer_foreign_keys=ON;
PRAGMA foreign_keys=OFF;
CREATE TABLE "new_Checkout" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "intentId" TEXT NOT NULL,
    "kind" TEXT NOT NULL DEFAULT 'pack',
    "offerId" TEXT NOT NULL,
    "offersVersion" INTEGER NOT NULL DEFAULT 1,
    "credits" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "validMonths" INTEGER,
    "cap" INTEGER,
    "provider" TEXT NOT NULL,
    "reference" TEXT,
    "url" TEXT,
    "state" TEXT NOT NULL,
    "readings" INTEGER NOT NULL DEFAULT 0,
    "lookAt" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    CONSTRAINT "Checkout_state" CHECK ("state" IN ('open', 'pending', 'paid', 'declined', 'failed', 'cancelled')),
    CONSTRAINT "Checkout_kind" CHECK ("kind" IN ('pack', 'plan', 'upgrade', 'metered'))
);
INSERT INTO "new_Checkout" ("offerId", "accountId", "amount", "createdAt", "credits", "currency", "finishedAt", "id", "intentId", "provider", "state", "validMonths") SELECT "packId", "accountId", "amount", "createdAt", "credits", "currency", "finishedAt", "id", "intentId", "provider", "state", "validMonths" FROM "Checkout";
DROP TABLE "Checkout";
ALTER TABLE "new_Checkout" RENAME TO "Checkout";
CREATE INDEX "Checkout_accountId_createdAt_idx" ON "Checkout"("accountId", "createdAt");
CREATE INDEX "Checkout_lookAt_idx" ON "Checkout"("lookAt");
CREATE UNIQUE INDEX "Checkout_accountId_intentId_key" ON "Checkout"("accountId", "intentId");
CREATE UNIQUE INDEX "Checkout_provider_reference_key" ON "Checkout"("provider", "reference");
PRAGMA foreign_keys=ON;
PRAGMA defer_foreign_keys=OFF;

-- CreateIndex
CREATE UNIQUE INDEX "Customer_provider_reference_key" ON "Customer"("provider", "reference");

-- CreateIndex
CREATE INDEX "Customer_forgetAt_idx" ON "Customer"("forgetAt");

-- CreateIndex
CREATE INDEX "Payment_accountId_createdAt_idx" ON "Payment"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "Payment_subscriptionId_periodStart_idx" ON "Payment"("subscriptionId", "periodStart");

-- CreateIndex
CREATE UNIQUE INDEX "Payment_provider_reference_key" ON "Payment"("provider", "reference");

-- CreateIndex
CREATE INDEX "PaidLot_paymentId_idx" ON "PaidLot"("paymentId");

-- CreateIndex
CREATE INDEX "InboxEvent_outcome_nextTryAt_idx" ON "InboxEvent"("outcome", "nextTryAt");

-- CreateIndex
CREATE INDEX "Subscription_accountId_idx" ON "Subscription"("accountId");

-- CreateIndex
CREATE INDEX "Subscription_lookAt_idx" ON "Subscription"("lookAt");

-- CreateIndex
CREATE UNIQUE INDEX "Subscription_provider_reference_key" ON "Subscription"("provider", "reference");

-- CreateIndex
CREATE INDEX "UseReport_sentAt_nextTryAt_idx" ON "UseReport"("sentAt", "nextTryAt");

-- CreateIndex
CREATE INDEX "PromoUse_code_accountId_idx" ON "PromoUse"("code", "accountId");
