-- CreateTable
CREATE TABLE "TestCustomer" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "turns" INTEGER NOT NULL DEFAULT 0,
    "dueAt" DATETIME,
    "createdAt" DATETIME NOT NULL
);

-- CreateTable
CREATE TABLE "TestCheckout" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "secret" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "offerId" TEXT,
    "offersVersion" INTEGER NOT NULL,
    "credits" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "interval" TEXT,
    "returnUrl" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "settlesAt" DATETIME,
    "paymentId" TEXT,
    "subscriptionId" TEXT,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TestCheckout_kind" CHECK ("kind" IN ('pack', 'plan', 'metered')),
    CONSTRAINT "TestCheckout_state" CHECK ("state" IN ('open', 'declined', 'pending', 'paid', 'failed', 'closed'))
);

-- CreateTable
CREATE TABLE "TestSubscription" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "customerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "planId" TEXT,
    "planVersion" INTEGER,
    "credits" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "interval" TEXT NOT NULL,
    "anchor" DATETIME NOT NULL,
    "periodStart" DATETIME NOT NULL,
    "periodEnd" DATETIME NOT NULL,
    "endsWithPeriod" BOOLEAN NOT NULL DEFAULT false,
    "endedAt" DATETIME,
    "renewals" TEXT NOT NULL DEFAULT 'succeed',
    "chargesDeclined" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TestSubscription_kind" CHECK ("kind" IN ('plan', 'metered')),
    CONSTRAINT "TestSubscription_renewals" CHECK ("renewals" IN ('succeed', 'fail', 'give_up'))
);

-- CreateTable
CREATE TABLE "TestPayment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "customerId" TEXT NOT NULL,
    "key" TEXT,
    "kind" TEXT NOT NULL,
    "subscriptionId" TEXT,
    "planId" TEXT,
    "planVersion" INTEGER,
    "credits" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "givenUp" BOOLEAN NOT NULL DEFAULT false,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "tryAt" DATETIME,
    "periodStart" DATETIME,
    "periodEnd" DATETIME,
    "createdAt" DATETIME NOT NULL,
    "paidAt" DATETIME,
    CONSTRAINT "TestPayment_kind" CHECK ("kind" IN ('pack', 'period', 'statement', 'charge')),
    CONSTRAINT "TestPayment_state" CHECK ("state" IN ('draft', 'open', 'pending', 'paid', 'failed')),
    CONSTRAINT "TestPayment_money" CHECK ("amount" >= 0 AND "credits" >= 0)
);

-- CreateTable
CREATE TABLE "TestRefund" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "key" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "failed" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TestRefund_amount" CHECK ("amount" > 0)
);

-- CreateTable
CREATE TABLE "TestDispute" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "paymentId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    CONSTRAINT "TestDispute_state" CHECK ("state" IN ('open', 'won', 'lost')),
    CONSTRAINT "TestDispute_amount" CHECK ("amount" > 0)
);

-- CreateTable
CREATE TABLE "TestUse" (
    "identifier" TEXT NOT NULL PRIMARY KEY,
    "subscriptionId" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "at" DATETIME NOT NULL,
    "paymentId" TEXT,
    CONSTRAINT "TestUse_credits" CHECK ("credits" > 0)
);

-- CreateTable
CREATE TABLE "TestEvent" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    "toldAt" DATETIME
);

-- CreateIndex
CREATE UNIQUE INDEX "TestCustomer_accountId_key" ON "TestCustomer"("accountId");

-- CreateIndex
CREATE UNIQUE INDEX "TestCustomer_secret_key" ON "TestCustomer"("secret");

-- CreateIndex
CREATE INDEX "TestCustomer_dueAt_idx" ON "TestCustomer"("dueAt");

-- CreateIndex
CREATE UNIQUE INDEX "TestCheckout_secret_key" ON "TestCheckout"("secret");

-- CreateIndex
CREATE UNIQUE INDEX "TestCheckout_key_key" ON "TestCheckout"("key");

-- CreateIndex
CREATE INDEX "TestCheckout_customerId_settlesAt_idx" ON "TestCheckout"("customerId", "settlesAt");

-- CreateIndex
CREATE INDEX "TestSubscription_customerId_endedAt_periodEnd_idx" ON "TestSubscription"("customerId", "endedAt", "periodEnd");

-- CreateIndex
CREATE UNIQUE INDEX "TestPayment_key_key" ON "TestPayment"("key");

-- CreateIndex
CREATE INDEX "TestPayment_customerId_tryAt_idx" ON "TestPayment"("customerId", "tryAt");

-- CreateIndex
CREATE INDEX "TestPayment_subscriptionId_idx" ON "TestPayment"("subscriptionId");

-- CreateIndex
CREATE UNIQUE INDEX "TestRefund_key_key" ON "TestRefund"("key");

-- CreateIndex
CREATE INDEX "TestRefund_paymentId_idx" ON "TestRefund"("paymentId");

-- CreateIndex
CREATE INDEX "TestDispute_paymentId_idx" ON "TestDispute"("paymentId");

-- CreateIndex
CREATE INDEX "TestUse_subscriptionId_paymentId_idx" ON "TestUse"("subscriptionId", "paymentId");

-- CreateIndex
CREATE INDEX "TestEvent_toldAt_at_idx" ON "TestEvent"("toldAt", "at");
