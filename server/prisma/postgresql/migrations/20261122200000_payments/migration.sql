-- CreateTable
CREATE TABLE "OfferList" (
    "version" INTEGER NOT NULL,
    "content" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "OfferList_pkey" PRIMARY KEY ("version")
);

-- CreateTable
CREATE TABLE "Customer" (
    "provider" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "erasedAt" TIMESTAMP(3),
    "forgetAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "lastError" TEXT,
    CONSTRAINT "Customer_pkey" PRIMARY KEY ("provider", "accountId")
);

-- CreateTable
CREATE TABLE "Payment" (
    "id" TEXT NOT NULL,
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
    "periodStart" TIMESTAMP(3),
    "periodEnd" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "paidAt" TIMESTAMP(3),
    CONSTRAINT "Payment_state" CHECK ("state" IN ('open', 'pending', 'paid', 'failed')),
    CONSTRAINT "Payment_kind" CHECK ("kind" IN ('pack', 'plan', 'upgrade', 'metered')),
    CONSTRAINT "Payment_money" CHECK ("amount" >= 0 AND "refunded" >= 0 AND "disputed" >= 0 AND "lost" >= 0),
    CONSTRAINT "Payment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "PaidLot" (
    "lotId" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "undone" INTEGER NOT NULL DEFAULT 0,
    CONSTRAINT "PaidLot_undone" CHECK ("undone" >= 0),
    CONSTRAINT "PaidLot_pkey" PRIMARY KEY ("lotId")
);

-- CreateTable
CREATE TABLE "InboxEvent" (
    "provider" TEXT NOT NULL,
    "eventId" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "receivedAt" TIMESTAMP(3) NOT NULL,
    "outcome" TEXT,
    "settledAt" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMP(3),
    "leaseToken" TEXT,
    "leaseUntil" TIMESTAMP(3),
    "lastError" TEXT,
    CONSTRAINT "InboxEvent_pkey" PRIMARY KEY ("provider", "eventId"),
    CONSTRAINT "InboxEvent_outcome" CHECK ("outcome" IN ('applied', 'ignored'))
);

-- CreateTable
CREATE TABLE "Subscription" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "planId" TEXT,
    "offersVersion" INTEGER NOT NULL,
    "nextPlanId" TEXT,
    "nextOffersVersion" INTEGER,
    "anchor" TIMESTAMP(3) NOT NULL,
    "periodStart" TIMESTAMP(3) NOT NULL,
    "periodEnd" TIMESTAMP(3) NOT NULL,
    "endsWithPeriod" BOOLEAN NOT NULL DEFAULT false,
    "endedAt" TIMESTAMP(3),
    "cap" INTEGER,
    "lookAt" TIMESTAMP(3),
    "readings" INTEGER NOT NULL DEFAULT 0,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "Subscription_kind" CHECK ("kind" IN ('plan', 'metered')),
    CONSTRAINT "Subscription_state" CHECK ("state" IN ('incomplete', 'active', 'past_due', 'unpaid', 'ended')),
    CONSTRAINT "Subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "UseReport" (
    "identifier" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "nextTryAt" TIMESTAMP(3) NOT NULL,
    "sentAt" TIMESTAMP(3),
    "lastError" TEXT,
    CONSTRAINT "UseReport_credits" CHECK ("credits" > 0),
    CONSTRAINT "UseReport_pkey" PRIMARY KEY ("identifier")
);

-- CreateTable
CREATE TABLE "PromoCode" (
    "code" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "days" INTEGER NOT NULL,
    "startsAt" TIMESTAMP(3),
    "endsAt" TIMESTAMP(3),
    "perAccount" INTEGER NOT NULL DEFAULT 1,
    "limit" INTEGER,
    "used" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "PromoCode_used" CHECK ("used" >= 0 AND ("limit" IS NULL OR "used" <= "limit")),
    CONSTRAINT "PromoCode_terms" CHECK ("credits" > 0 AND "days" > 0 AND "perAccount" > 0),
    CONSTRAINT "PromoCode_pkey" PRIMARY KEY ("code")
);

-- CreateTable
CREATE TABLE "PromoUse" (
    "accountId" TEXT NOT NULL,
    "intentId" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "lotId" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "PromoUse_pkey" PRIMARY KEY ("accountId", "intentId")
);

-- CreateTable
CREATE TABLE "Entitlement" (
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "source" TEXT NOT NULL,
    "since" TIMESTAMP(3) NOT NULL,
    "until" TIMESTAMP(3),
    CONSTRAINT "Entitlement_pkey" PRIMARY KEY ("accountId", "name", "source")
);

-- A checkout may be of a plan or of pay-as-you-go, too
ALTER TABLE "Checkout" RENAME COLUMN "packId" TO "offerId";
ALTER TABLE "Checkout" ALTER COLUMN "validMonths" DROP NOT NULL;
ALTER TABLE "Checkout" ADD COLUMN "kind" TEXT NOT NULL DEFAULT 'pack',
    ADD COLUMN "offersVersion" INTEGER NOT NULL DEFAULT 1,
    ADD COLUMN "cap" INTEGER,
    ADD COLUMN "reference" TEXT,
    ADD COLUMN "url" TEXT,
    ADD COLUMN "readings" INTEGER NOT NULL DEFAULT 0,
    ADD COLUMN "lookAt" TIMESTAMP(3);
ALTER TABLE "Checkout" DROP CONSTRAINT "Checkout_state";
ALTER TABLE "Checkout" ADD CONSTRAINT "Checkout_state" CHECK ("state" IN ('open', 'pending', 'paid', 'declined', 'failed', 'cancelled'));
ALTER TABLE "Checkout" ADD CONSTRAINT "Checkout_kind" CHECK ("kind" IN ('pack', 'plan', 'upgrade', 'metered'));
CREATE INDEX "Checkout_lookAt_idx" ON "Checkout"("lookAt");
CREATE UNIQUE INDEX "Checkout_provider_reference_key" ON "Checkout"("provider", "reference");

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
