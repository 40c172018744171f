-- Settings, debt and budgets of a wallet
ALTER TABLE "Wallet" ADD COLUMN "debt" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "Wallet_debt_not_negative" CHECK ("debt" >= 0);
ALTER TABLE "Wallet" ADD COLUMN "reserve" INTEGER NOT NULL DEFAULT 0 CONSTRAINT "Wallet_reserve_not_negative" CHECK ("reserve" >= 0);
ALTER TABLE "Wallet" ADD COLUMN "lowPercent" INTEGER NOT NULL DEFAULT 20 CONSTRAINT "Wallet_lowPercent" CHECK ("lowPercent" BETWEEN 0 AND 100);
ALTER TABLE "Wallet" ADD COLUMN "lowCredits" INTEGER NOT NULL DEFAULT 5 CONSTRAINT "Wallet_lowCredits_not_negative" CHECK ("lowCredits" >= 0);
ALTER TABLE "Wallet" ADD COLUMN "timeZone" TEXT NOT NULL DEFAULT 'UTC';

CREATE TABLE "Budget" (
    "projectId" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "limit" INTEGER,
    "used" INTEGER NOT NULL DEFAULT 0,
    "whenUsedUp" TEXT NOT NULL DEFAULT 'stop',
    CONSTRAINT "Budget_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Wallet" ("accountId") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Budget_limit_not_negative" CHECK ("limit" >= 0),
    CONSTRAINT "Budget_used_not_negative" CHECK ("used" >= 0),
    CONSTRAINT "Budget_whenUsedUp" CHECK ("whenUsedUp" IN ('stop', 'ask', 'tell'))
);
CREATE INDEX "Budget_accountId_idx" ON "Budget"("accountId");

-- CHECKs cannot be added to a table that is there: each is made anew and filled.
CREATE TABLE "new_Lot" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "takenAt" DATETIME,
    "rolloverMax" INTEGER,
    "rolloverUntil" DATETIME,
    "effectiveAt" DATETIME NOT NULL,
    "expiresAt" DATETIME NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "closedAt" DATETIME,
    CONSTRAINT "Lot_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Wallet" ("accountId") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Lot_granted_not_negative" CHECK ("granted" >= 0),
    CONSTRAINT "Lot_available_not_negative" CHECK ("available" >= 0),
    CONSTRAINT "Lot_held_not_negative" CHECK ("held" >= 0),
    CONSTRAINT "Lot_spent_not_negative" CHECK ("spent" >= 0),
    CONSTRAINT "Lot_expired_not_negative" CHECK ("expired" >= 0),
    CONSTRAINT "Lot_clawedBack_not_negative" CHECK ("clawedBack" >= 0),
    CONSTRAINT "Lot_moved_not_negative" CHECK ("moved" >= 0),
    CONSTRAINT "Lot_repaid_not_negative" CHECK ("repaid" >= 0),
    CONSTRAINT "Lot_books_add_up" CHECK ("granted" = "available" + "held" + "spent" + "expired" + "clawedBack" + "moved" + "repaid"),
    CONSTRAINT "Lot_owed" CHECK ("owed" BETWEEN 0 AND "spent" + "repaid"),
    CONSTRAINT "Lot_claimed" CHECK ("claimed" BETWEEN 0 AND "held"),
    CONSTRAINT "Lot_billed" CHECK ("billed" BETWEEN 0 AND "spent" AND ("billed" = 0 OR "kind" = 'metered')),
    CONSTRAINT "Lot_cap" CHECK (("cap" IS NOT NULL) = ("kind" = 'metered') AND "cap" >= 0),
    CONSTRAINT "Lot_takenAt" CHECK (("takenAt" IS NOT NULL) = ("clawedBack" + "repaid" > 0)),
    CONSTRAINT "Lot_rollover" CHECK ("rolloverMax" > 0 AND "rolloverUntil" > "expiresAt" OR "rolloverMax" IS NULL AND "rolloverUntil" IS NULL),
    CONSTRAINT "Lot_ends_after_it_begins" CHECK ("effectiveAt" < "expiresAt"),
    CONSTRAINT "Lot_kind" CHECK ("kind" IN ('trial', 'promo', 'plan', 'pack', 'metered')),
    CONSTRAINT "Lot_source" CHECK ("source" IN ('grant', 'grace', 'rollover', 'restored', 'refund') AND ("source" = 'grant') = ("originId" IS NULL)),
    CONSTRAINT "Lot_closedAt" CHECK (("closedAt" IS NOT NULL) = ("available" = 0 AND "held" = 0 AND "repaid" = 0 AND ("kind" <> 'metered' OR "spent" = "billed")))
);
INSERT INTO "new_Lot" ("id", "accountId", "kind", "label", "priority", "granted", "available", "held", "spent", "expired", "clawedBack", "moved", "repaid", "effectiveAt", "expiresAt", "createdAt", "closedAt")
    SELECT "id", "accountId", "kind", "label", "priority", "granted", "available", "held", "spent", "expired", "clawedBack", "moved", "repaid", "effectiveAt", "expiresAt", "createdAt", CASE WHEN "available" + "held" = 0 THEN "createdAt" END FROM "Lot";
DROP TABLE "Lot";
ALTER TABLE "new_Lot" RENAME TO "Lot";
-- What a command or a balance must look at, however long the history is.
CREATE INDEX "Lot_open_idx" ON "Lot"("accountId") WHERE "closedAt" IS NULL;
CREATE INDEX "Lot_ending_idx" ON "Lot"("expiresAt") WHERE "closedAt" IS NULL;
CREATE INDEX "Lot_originId_idx" ON "Lot"("originId") WHERE "originId" IS NOT NULL;

CREATE TABLE "new_Hold" (
    "id" TEXT NOT NULL PRIMARY KEY,
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
    "createdAt" DATETIME NOT NULL,
    "finishedAt" DATETIME,
    CONSTRAINT "Hold_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Wallet" ("accountId") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Hold_within_amount" CHECK ("captured" >= 0 AND "released" >= 0 AND "captured" + "released" <= "amount"),
    CONSTRAINT "Hold_refunded" CHECK ("refunded" BETWEEN 0 AND "captured"),
    CONSTRAINT "Hold_finished" CHECK (("finishedAt" IS NOT NULL) = ("captured" + "released" = "amount"))
);
INSERT INTO "new_Hold" ("id", "accountId", "memberId", "purpose", "reference", "amount", "captured", "released", "createdAt", "finishedAt")
    SELECT "id", "accountId", "memberId", "purpose", "reference", "amount", "captured", "released", "createdAt", "finishedAt" FROM "Hold";
DROP TABLE "Hold";
ALTER TABLE "new_Hold" RENAME TO "Hold";
CREATE INDEX "Hold_open_idx" ON "Hold"("createdAt") WHERE "finishedAt" IS NULL;
CREATE INDEX "Hold_projectId_idx" ON "Hold"("projectId") WHERE "projectId" IS NOT NULL;

CREATE TABLE "new_HoldLeg" (
    "holdId" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "lotId" TEXT NOT NULL,
    "amount" INTEGER NOT NULL,
    "captured" INTEGER NOT NULL,
    "released" INTEGER NOT NULL,
    "refunded" INTEGER NOT NULL DEFAULT 0,

    PRIMARY KEY ("holdId", "position"),
    CONSTRAINT "HoldLeg_holdId_fkey" FOREIGN KEY ("holdId") REFERENCES "Hold" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HoldLeg_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "HoldLeg_within_amount" CHECK ("amount" > 0 AND "captured" >= 0 AND "released" >= 0 AND "captured" + "released" <= "amount"),
    CONSTRAINT "HoldLeg_refunded" CHECK ("refunded" BETWEEN 0 AND "captured")
);
INSERT INTO "new_HoldLeg" ("holdId", "position", "lotId", "amount", "captured", "released")
    SELECT "holdId", "position", "lotId", "amount", "captured", "released" FROM "HoldLeg";
DROP TABLE "HoldLeg";
ALTER TABLE "new_HoldLeg" RENAME TO "HoldLeg";

CREATE TABLE "new_Entry" (
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
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "sequence"),
    CONSTRAINT "Entry_accountId_fkey" FOREIGN KEY ("accountId") REFERENCES "Wallet" ("accountId") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Entry_lotId_fkey" FOREIGN KEY ("lotId") REFERENCES "Lot" ("id") ON DELETE RESTRICT ON UPDATE CASCADE,
    CONSTRAINT "Entry_amount_positive" CHECK ("amount" > 0),
    CONSTRAINT "Entry_books" CHECK ("from" <> "to" AND "from" IN ('issued', 'available', 'held', 'spent', 'expired', 'clawedBack', 'moved', 'repaid') AND "to" IN ('available', 'held', 'spent', 'expired', 'clawedBack', 'moved', 'repaid'))
);
INSERT INTO "new_Entry" ("accountId", "sequence", "lotId", "holdId", "from", "to", "amount", "purpose", "reference", "commandKey", "at")
    SELECT "accountId", "sequence", "lotId", "holdId", "from", "to", "amount", "purpose", "reference", "commandKey", "at" FROM "Entry";
DROP TABLE "Entry";
ALTER TABLE "new_Entry" RENAME TO "Entry";
-- Grants, returns and ends are few among holds and captures: a history of one kind alone stays fast, and an entry is in one index at most.
CREATE INDEX "Entry_issued_idx" ON "Entry"("accountId", "sequence") WHERE "from" = 'issued';
CREATE INDEX "Entry_returned_idx" ON "Entry"("accountId", "sequence") WHERE "from" NOT IN ('issued', 'available') AND "to" IN ('available', 'moved');
CREATE INDEX "Entry_expired_idx" ON "Entry"("accountId", "sequence") WHERE "to" = 'expired';
CREATE INDEX "Entry_projectId_idx" ON "Entry"("accountId", "projectId", "sequence") WHERE "projectId" IS NOT NULL;

CREATE TABLE "new_CommandKey" (
    "accountId" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "payloadHash" TEXT NOT NULL,
    "answer" TEXT NOT NULL,
    "at" DATETIME NOT NULL,

    PRIMARY KEY ("accountId", "key")
);
INSERT INTO "new_CommandKey" SELECT * FROM "CommandKey";
DROP TABLE "CommandKey";
ALTER TABLE "new_CommandKey" RENAME TO "CommandKey";

-- The triggers went with the tables.
CREATE TRIGGER "Entry_no_update" BEFORE UPDATE ON "Entry" BEGIN SELECT RAISE(ABORT, 'Entry is append-only'); END;
CREATE TRIGGER "Entry_no_delete" BEFORE DELETE ON "Entry" BEGIN SELECT RAISE(ABORT, 'Entry is append-only'); END;
CREATE TRIGGER "CommandKey_no_update" BEFORE UPDATE ON "CommandKey" BEGIN SELECT RAISE(ABORT, 'CommandKey is append-only'); END;
CREATE TRIGGER "CommandKey_no_delete" BEFORE DELETE ON "CommandKey" BEGIN SELECT RAISE(ABORT, 'CommandKey is append-only'); END;

-- Projects, alerts and the operator's reasons
ALTER TABLE "Generation" ADD COLUMN "projectId" TEXT;
CREATE INDEX "Generation_projectId_createdAt_idx" ON "Generation"("projectId", "createdAt");

CREATE TABLE "Project" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "createdAt" DATETIME NOT NULL,
    "archivedAt" DATETIME
);
CREATE INDEX "Project_accountId_createdAt_idx" ON "Project"("accountId", "createdAt");

CREATE TABLE "Alert" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "details" TEXT NOT NULL,
    "raisedAt" DATETIME NOT NULL,
    "resolvedAt" DATETIME,
    "acknowledgedAt" DATETIME,
    CONSTRAINT "Alert_kind" CHECK ("kind" IN ('low', 'expiring', 'metered', 'budget', 'renewal'))
);
CREATE INDEX "Alert_accountId_raisedAt_idx" ON "Alert"("accountId", "raisedAt");
CREATE UNIQUE INDEX "Alert_open_key" ON "Alert"("accountId", "kind", "subject", "level") WHERE "resolvedAt" IS NULL;

CREATE TABLE "Adjustment" (
    "id" TEXT NOT NULL PRIMARY KEY,
    "accountId" TEXT NOT NULL,
    "credits" INTEGER NOT NULL,
    "reason" TEXT NOT NULL,
    "at" DATETIME NOT NULL,
    CONSTRAINT "Adjustment_credits" CHECK ("credits" <> 0)
);
