-- CreateTable
CREATE TABLE "User" (
    "id" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "email" TEXT NOT NULL,
    "emailVerified" BOOLEAN NOT NULL DEFAULT false,
    "image" TEXT,
    "isAnonymous" BOOLEAN DEFAULT false,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "User_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "id" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "token" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "ipAddress" TEXT,
    "userAgent" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Credential" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "providerId" TEXT NOT NULL,
    "userId" TEXT NOT NULL,
    "accessToken" TEXT,
    "refreshToken" TEXT,
    "idToken" TEXT,
    "accessTokenExpiresAt" TIMESTAMP(3),
    "refreshTokenExpiresAt" TIMESTAMP(3),
    "scope" TEXT,
    "password" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Credential_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Verification" (
    "id" TEXT NOT NULL,
    "identifier" TEXT NOT NULL,
    "value" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "updatedAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Account" (
    "id" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "userId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("userId")
);

-- CreateTable
CREATE TABLE "Alert" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "details" TEXT NOT NULL,
    "raisedAt" TIMESTAMP(3) NOT NULL,
    "resolvedAt" TIMESTAMP(3),
    "acknowledgedAt" TIMESTAMP(3),

    CONSTRAINT "Alert_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Generation" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "projectId" TEXT,
    "intentId" TEXT NOT NULL,
    "holdId" TEXT NOT NULL,
    "operation" TEXT NOT NULL,
    "prompt" TEXT NOT NULL,
    "sourceImageId" TEXT,
    "count" INTEGER NOT NULL,
    "size" INTEGER NOT NULL,
    "engine" TEXT NOT NULL,
    "seed" INTEGER NOT NULL,
    "layout" TEXT,
    "palette" TEXT,
    "creditsEach" INTEGER NOT NULL,
    "priceVersion" INTEGER NOT NULL,
    "understood" TEXT NOT NULL,
    "ignored" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "Generation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "GenerationJob" (
    "id" TEXT NOT NULL,
    "generationId" TEXT NOT NULL,
    "index" INTEGER NOT NULL,
    "seed" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "leaseToken" TEXT,
    "leaseUntil" TIMESTAMP(3),
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "charged" INTEGER NOT NULL DEFAULT 0,
    "imageId" TEXT,
    "reason" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "GenerationJob_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Draft" (
    "accountId" TEXT NOT NULL,
    "intentId" TEXT NOT NULL,
    "request" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Draft_pkey" PRIMARY KEY ("accountId","intentId")
);

-- CreateTable
CREATE TABLE "Image" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "contentKey" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "mime" TEXT NOT NULL,
    "bytes" INTEGER NOT NULL,
    "width" INTEGER NOT NULL,
    "height" INTEGER NOT NULL,
    "palette" TEXT NOT NULL,
    "recipe" TEXT,
    "pageUrl" TEXT,
    "pageTitle" TEXT,
    "imageUrl" TEXT,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "deletedAt" TIMESTAMP(3),

    CONSTRAINT "Image_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Adjustment" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Adjustment_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Checkout" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "intentId" TEXT NOT NULL,
    "packId" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "amount" INTEGER NOT NULL,
    "currency" TEXT NOT NULL,
    "validMonths" INTEGER NOT NULL,
    "provider" TEXT NOT NULL,
    "state" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "Checkout_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Project" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "archivedAt" TIMESTAMP(3),

    CONSTRAINT "Project_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Wallet" (
    "accountId" TEXT NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "lastCommandAt" TIMESTAMP(3) NOT NULL,
    "entryCount" INTEGER NOT NULL DEFAULT 0,
    "afterLastGrant" INTEGER NOT NULL DEFAULT 0,
    "debt" INTEGER NOT NULL DEFAULT 0,
    "reserve" INTEGER NOT NULL DEFAULT 0,
    "lowPercent" INTEGER NOT NULL DEFAULT 20,
    "lowCredits" INTEGER NOT NULL DEFAULT 5,
    "timeZone" TEXT NOT NULL DEFAULT 'UTC',

    CONSTRAINT "Wallet_pkey" PRIMARY KEY ("accountId")
);

-- CreateTable
CREATE TABLE "Lot" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "source" TEXT NOT NULL DEFAULT 'grant',
    "originId" TEXT,
    "reference" TEXT,
    "label" TEXT,
    "priority" INTEGER NOT NULL DEFAULT 0,
    "granted" INTEGER NOT NULL,
    "available" INTEGER NOT NULL,
    "held" INTEGER NOT NULL,
    "spent" INTEGER NOT NULL,
    "expired" INTEGER NOT NULL,
    "clawedBack" INTEGER NOT NULL,
    "moved" INTEGER NOT NULL,
    "repaid" INTEGER NOT NULL,
    "owed" INTEGER NOT NULL DEFAULT 0,
    "claimed" INTEGER NOT NULL DEFAULT 0,
    "billed" INTEGER NOT NULL DEFAULT 0,
    "cap" INTEGER,
    "takenAt" TIMESTAMP(3),
    "rolloverMax" INTEGER,
    "rolloverUntil" TIMESTAMP(3),
    "effectiveAt" TIMESTAMP(3) NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "closedAt" TIMESTAMP(3),

    CONSTRAINT "Lot_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Hold" (
    "id" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "projectId" TEXT,
    "purpose" TEXT NOT NULL,
    "reference" TEXT NOT NULL,
    "priceVersion" INTEGER,
    "amount" INTEGER NOT NULL,
    "captured" INTEGER NOT NULL,
    "released" INTEGER NOT NULL,
    "refunded" INTEGER NOT NULL DEFAULT 0,
    "createdAt" TIMESTAMP(3) NOT NULL,
    "finishedAt" TIMESTAMP(3),

    CONSTRAINT "Hold_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "HoldLeg" (
    "holdId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "lotId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "captured" INTEGER NOT NULL,
    "released" INTEGER NOT NULL,
    "refunded" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "HoldLeg_pkey" PRIMARY KEY ("holdId","position")
);

-- CreateTable
CREATE TABLE "Entry" (
    "accountId" TEXT NOT NULL,
    "sequence" INTEGER NOT NULL,
    "lotId" TEXT NOT NULL,
    "holdId" TEXT,
    "projectId" TEXT,
    "from" TEXT NOT NULL,
    "to" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "purpose" TEXT,
    "reference" TEXT,
    "commandKey" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Entry_pkey" PRIMARY KEY ("accountId","sequence")
);

-- CreateTable
CREATE TABLE "CommandKey" (
    "accountId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payloadHash" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "CommandKey_pkey" PRIMARY KEY ("accountId","key")
);

-- CreateTable
CREATE TABLE "Budget" (
    "projectId" TEXT NOT NULL,
    "accountId" TEXT NOT NULL,
    "limit" INTEGER,
    "used" INTEGER NOT NULL DEFAULT 0,
    "whenUsedUp" TEXT NOT NULL DEFAULT 'stop',

    CONSTRAINT "Budget_pkey" PRIMARY KEY ("projectId")
);

-- CreateIndex
CREATE UNIQUE INDEX "User_email_key" ON "User"("email");

-- CreateIndex
CREATE UNIQUE INDEX "Session_token_key" ON "Session"("token");

-- CreateIndex
CREATE INDEX "Session_userId_idx" ON "Session"("userId");

-- CreateIndex
CREATE INDEX "Credential_userId_idx" ON "Credential"("userId");

-- CreateIndex
CREATE INDEX "Verification_identifier_idx" ON "Verification"("identifier");

-- CreateIndex
CREATE INDEX "Member_accountId_idx" ON "Member"("accountId");

-- CreateIndex
CREATE INDEX "Alert_accountId_raisedAt_idx" ON "Alert"("accountId", "raisedAt");

-- CreateIndex
CREATE INDEX "Generation_accountId_createdAt_idx" ON "Generation"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "Generation_projectId_createdAt_idx" ON "Generation"("projectId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Generation_accountId_intentId_key" ON "Generation"("accountId", "intentId");

-- CreateIndex
CREATE INDEX "GenerationJob_state_createdAt_idx" ON "GenerationJob"("state", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "GenerationJob_generationId_index_key" ON "GenerationJob"("generationId", "index");

-- CreateIndex
CREATE INDEX "Image_accountId_createdAt_idx" ON "Image"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "Image_contentKey_idx" ON "Image"("contentKey");

-- CreateIndex
CREATE INDEX "Checkout_accountId_createdAt_idx" ON "Checkout"("accountId", "createdAt");

-- CreateIndex
CREATE UNIQUE INDEX "Checkout_accountId_intentId_key" ON "Checkout"("accountId", "intentId");

-- CreateIndex
CREATE INDEX "Project_accountId_createdAt_idx" ON "Project"("accountId", "createdAt");

-- CreateIndex
CREATE INDEX "Budget_accountId_idx" ON "Budget"("accountId");

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Credential" ADD CONSTRAINT "Credential_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_userId_fkey" FOREIGN KEY ("userId") REFERENCES "User"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "GenerationJob" ADD CONSTRAINT "GenerationJob_generationId_fkey" FOREIGN KEY ("generationId") REFERENCES "Generation"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Lot" ADD CONSTRAINT "Lot_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Wallet"("accountId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Hold" ADD CONSTRAINT "Hold_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Wallet"("accountId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoldLeg" ADD CONSTRAINT "HoldLeg_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "Hold"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "HoldLeg" ADD CONSTRAINT "HoldLeg_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Wallet"("accountId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Entry" ADD CONSTRAINT "Entry_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Budget" ADD CONSTRAINT "Budget_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Wallet"("accountId") ON DELETE RESTRICT ON UPDATE CASCADE;

-- From here on by hand: what Prisma's models do not say. The same CHECKs, partial indexes and triggers as on SQLite.
ALTER TABLE "Alert"
    ADD CONSTRAINT "Alert_kind" CHECK ("kind" IN ('low', 'expiring', 'metered', 'budget', 'renewal'));
ALTER TABLE "GenerationJob"
    ADD CONSTRAINT "GenerationJob_state" CHECK ("state" IN ('queued', 'running', 'delivered', 'failed', 'cancelled')),
    ADD CONSTRAINT "GenerationJob_charged" CHECK ("charged" >= 0 AND ("charged" = 0 OR "state" = 'delivered'));
ALTER TABLE "Adjustment"
    ADD CONSTRAINT "Adjustment_credits" CHECK ("credits" <> 0);
ALTER TABLE "Checkout"
    ADD CONSTRAINT "Checkout_state" CHECK ("state" IN ('open', 'paid', 'declined', 'cancelled'));
ALTER TABLE "Wallet"
    ADD CONSTRAINT "Wallet_debt_not_negative" CHECK ("debt" >= 0),
    ADD CONSTRAINT "Wallet_reserve_not_negative" CHECK ("reserve" >= 0),
    ADD CONSTRAINT "Wallet_lowPercent" CHECK ("lowPercent" BETWEEN 0 AND 100),
    ADD CONSTRAINT "Wallet_lowCredits_not_negative" CHECK ("lowCredits" >= 0);
ALTER TABLE "Lot"
    ADD CONSTRAINT "Lot_granted_not_negative" CHECK ("granted" >= 0),
    ADD CONSTRAINT "Lot_available_not_negative" CHECK ("available" >= 0),
    ADD CONSTRAINT "Lot_held_not_negative" CHECK ("held" >= 0),
    ADD CONSTRAINT "Lot_spent_not_negative" CHECK ("spent" >= 0),
    ADD CONSTRAINT "Lot_expired_not_negative" CHECK ("expired" >= 0),
    ADD CONSTRAINT "Lot_clawedBack_not_negative" CHECK ("clawedBack" >= 0),
    ADD CONSTRAINT "Lot_moved_not_negative" CHECK ("moved" >= 0),
    ADD CONSTRAINT "Lot_repaid_not_negative" CHECK ("repaid" >= 0),
    ADD CONSTRAINT "Lot_books_add_up" CHECK ("granted" = "available" + "held" + "spent" + "expired" + "clawedBack" + "moved" + "repaid"),
    ADD CONSTRAINT "Lot_owed" CHECK ("owed" BETWEEN 0 AND "spent" + "repaid"),
    ADD CONSTRAINT "Lot_claimed" CHECK ("claimed" BETWEEN 0 AND "held"),
    ADD CONSTRAINT "Lot_billed" CHECK ("billed" BETWEEN 0 AND "spent" AND ("billed" = 0 OR "kind" = 'metered')),
    ADD CONSTRAINT "Lot_cap" CHECK (("cap" IS NOT NULL) = ("kind" = 'metered') AND "cap" >= 0),
    ADD CONSTRAINT "Lot_takenAt" CHECK (("takenAt" IS NOT NULL) = ("clawedBack" + "repaid" > 0)),
    ADD CONSTRAINT "Lot_rollover" CHECK ("rolloverMax" > 0 AND "rolloverUntil" > "expiresAt" OR "rolloverMax" IS NULL AND "rolloverUntil" IS NULL),
    ADD CONSTRAINT "Lot_ends_after_it_begins" CHECK ("effectiveAt" < "expiresAt"),
    ADD CONSTRAINT "Lot_kind" CHECK ("kind" IN ('trial', 'promo', 'plan', 'pack', 'metered')),
    ADD CONSTRAINT "Lot_source" CHECK ("source" IN ('grant', 'grace', 'rollover', 'restored', 'refund') AND ("source" = 'grant') = ("originId" IS NULL)),
    ADD CONSTRAINT "Lot_closedAt" CHECK (("closedAt" IS NOT NULL) = ("available" = 0 AND "held" = 0 AND "repaid" = 0 AND ("kind" <> 'metered' OR "spent" = "billed")));
ALTER TABLE "Hold"
    ADD CONSTRAINT "Hold_within_amount" CHECK ("captured" >= 0 AND "released" >= 0 AND "captured" + "released" <= "amount"),
    ADD CONSTRAINT "Hold_refunded" CHECK ("refunded" BETWEEN 0 AND "captured"),
    ADD CONSTRAINT "Hold_finished" CHECK (("finishedAt" IS NOT NULL) = ("captured" + "released" = "amount"));
ALTER TABLE "HoldLeg"
    ADD CONSTRAINT "HoldLeg_within_amount" CHECK ("amount" > 0 AND "captured" >= 0 AND "released" >= 0 AND "captured" + "released" <= "amount"),
    ADD CONSTRAINT "HoldLeg_refunded" CHECK ("refunded" BETWEEN 0 AND "captured");
ALTER TABLE "Entry"
    ADD CONSTRAINT "Entry_amount_positive" CHECK ("amount" > 0),
    ADD CONSTRAINT "Entry_books" CHECK ("from" <> "to" AND "from" IN ('issued', 'available', 'held', 'spent', 'expired', 'clawedBack', 'moved', 'repaid') AND "to" IN ('available', 'held', 'spent', 'expired', 'clawedBack', 'moved', 'repaid'));
ALTER TABLE "Budget"
    ADD CONSTRAINT "Budget_limit_not_negative" CHECK ("limit" >= 0),
    ADD CONSTRAINT "Budget_used_not_negative" CHECK ("used" >= 0),
    ADD CONSTRAINT "Budget_whenUsedUp" CHECK ("whenUsedUp" IN ('stop', 'ask', 'tell'));

CREATE INDEX "Lot_open_idx" ON "Lot"("accountId") WHERE "closedAt" IS NULL;
CREATE INDEX "Lot_ending_idx" ON "Lot"("expiresAt") WHERE "closedAt" IS NULL;
CREATE INDEX "Lot_originId_idx" ON "Lot"("originId") WHERE "originId" IS NOT NULL;
CREATE INDEX "Hold_open_idx" ON "Hold"("createdAt") WHERE "finishedAt" IS NULL;
CREATE INDEX "Hold_projectId_idx" ON "Hold"("projectId") WHERE "projectId" IS NOT NULL;
CREATE INDEX "Entry_issued_idx" ON "Entry"("accountId", "sequence") WHERE "from" = 'issued';
CREATE INDEX "Entry_returned_idx" ON "Entry"("accountId", "sequence") WHERE "from" NOT IN ('issued', 'available') AND "to" IN ('available', 'moved');
CREATE INDEX "Entry_expired_idx" ON "Entry"("accountId", "sequence") WHERE "to" = 'expired';
CREATE INDEX "Entry_projectId_idx" ON "Entry"("accountId", "projectId", "sequence") WHERE "projectId" IS NOT NULL;
CREATE UNIQUE INDEX "Alert_open_key" ON "Alert"("accountId", "kind", "subject", "level") WHERE "resolvedAt" IS NULL;

-- The ledger is append-only.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION '% is append-only', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "Entry_no_update" BEFORE UPDATE ON "Entry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Entry_no_delete" BEFORE DELETE ON "Entry" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "Entry_no_truncate" BEFORE TRUNCATE ON "Entry" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CommandKey_no_update" BEFORE UPDATE ON "CommandKey" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CommandKey_no_delete" BEFORE DELETE ON "CommandKey" FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "CommandKey_no_truncate" BEFORE TRUNCATE ON "CommandKey" FOR EACH STATEMENT EXECUTE FUNCTION "refuse_change"();
