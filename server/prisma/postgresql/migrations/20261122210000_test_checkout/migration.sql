-- CreateTable
CREATE TABLE "TestCustomer" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "turns" INTEGER NOT NULL DEFAULT 0,
    "dueAt" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "TestCustomer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestCheckout" (
    "id" TEXT NOT NULL,
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
    "settlesAt" TIMESTAMP(3),
    "paymentId" TEXT,
    "subscriptionId" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "TestCheckout_kind" CHECK ("kind" IN ('pack', 'plan', 'metered')),
    CONSTRAINT "TestCheckout_state" CHECK ("state" IN ('open', 'declined', 'pending', 'paid', 'failed', 'closed')),
    CONSTRAINT "TestCheckout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestSubscription" (
    "id" TEXT NOT NULL,
    "customerId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "planId" TEXT,
    "planVersion" INTEGER,
    "credits" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "interval" TEXT NOT NULL,
    "anchor" TIMESTAMP(3) NOT NULL,
    "periodStart" TIMESTAMP(3) NOT NULL,
    "periodEnd" TIMESTAMP(3) NOT NULL,
    "endsWithPeriod" BOOLEAN NOT NULL DEFAULT false,
    "endedAt" TIMESTAMP(3),
    "renewals" TEXT NOT NULL DEFAULT 'succeed',
    "chargesDeclined" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "TestSubscription_kind" CHECK ("kind" IN ('plan', 'metered')),
    CONSTRAINT "TestSubscription_renewals" CHECK ("renewals" IN ('succeed', 'fail', 'give_up')),
    CONSTRAINT "TestSubscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestPayment" (
    "id" TEXT NOT NULL,
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
    "tryAt" TIMESTAMP(3),
    "periodStart" TIMESTAMP(3),
    "periodEnd" TIMESTAMP(3),
    "createdAt" TIMESTAMP(3) NOT NULL,
    "paidAt" TIMESTAMP(3),
    CONSTRAINT "TestPayment_kind" CHECK ("kind" IN ('pack', 'period', 'statement', 'charge')),
    CONSTRAINT "TestPayment_state" CHECK ("state" IN ('draft', 'open', 'pending', 'paid', 'failed')),
    CONSTRAINT "TestPayment_money" CHECK ("amount" >= 0 AND "credits" >= 0),
    CONSTRAINT "TestPayment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestRefund" (
    "id" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "failed" BOOLEAN NOT NULL DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "TestRefund_amount" CHECK ("amount" > 0),
    CONSTRAINT "TestRefund_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestDispute" (
    "id" TEXT NOT NULL,
    "paymentId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    CONSTRAINT "TestDispute_state" CHECK ("state" IN ('open', 'won', 'lost')),
    CONSTRAINT "TestDispute_amount" CHECK ("amount" > 0),
    CONSTRAINT "TestDispute_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "TestUse" (
    "identifier" TEXT NOT NULL,
    "subscriptionId" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "paymentId" TEXT,
    CONSTRAINT "TestUse_credits" CHECK ("credits" > 0),
    CONSTRAINT "TestUse_pkey" PRIMARY KEY ("identifier")
);

-- CreateTable
CREATE TABLE "TestEvent" (
    "id" TEXT NOT NULL,
    "type" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,
    "toldAt" TIMESTAMP(3),
    CONSTRAINT "TestEvent_pkey" PRIMARY KEY ("id")
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
