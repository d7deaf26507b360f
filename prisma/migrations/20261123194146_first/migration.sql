-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "Installation" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "siteId" BYTEA NOT NULL,
    "demo" BOOLEAN NOT NULL,
    "accountSecret" BYTEA NOT NULL,

    CONSTRAINT "Installation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Invitation" (
    "tokenHash" BYTEA NOT NULL,
    "organisationId" TEXT,
    "roles" INTEGER NOT NULL,
    "expiresDay" INTEGER NOT NULL,

    CONSTRAINT "Invitation_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "Organisation" (
    "id" TEXT NOT NULL,
    "siteEntry" BYTEA NOT NULL,
    "adminCert" BYTEA NOT NULL,
    "siteVersion" INTEGER NOT NULL,
    "directoryLength" INTEGER NOT NULL,
    "directoryHead" BYTEA NOT NULL,

    CONSTRAINT "Organisation_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Member" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "loginName" TEXT NOT NULL,
    "displayName" TEXT NOT NULL,
    "salt" BYTEA NOT NULL,
    "loginKeyHash" BYTEA NOT NULL,
    "vault" BYTEA NOT NULL,
    "vaultVersion" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "roles" INTEGER NOT NULL,
    "identity" BYTEA NOT NULL,
    "deviceEpoch" BYTEA NOT NULL,
    "totpSecret" BYTEA,
    "totpStep" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Member_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Session" (
    "tokenHash" BYTEA NOT NULL,
    "memberId" TEXT NOT NULL,
    "expiresAt" TIMESTAMP(3) NOT NULL,

    CONSTRAINT "Session_pkey" PRIMARY KEY ("tokenHash")
);

-- CreateTable
CREATE TABLE "DirectoryEntry" (
    "organisationId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "type" INTEGER NOT NULL,
    "raw" BYTEA NOT NULL,
    "head" BYTEA NOT NULL,

    CONSTRAINT "DirectoryEntry_pkey" PRIMARY KEY ("organisationId","n")
);

-- CreateTable
CREATE TABLE "TeamEpochSeal" (
    "organisationId" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "deviceId" TEXT NOT NULL,
    "blob" BYTEA NOT NULL,

    CONSTRAINT "TeamEpochSeal_pkey" PRIMARY KEY ("organisationId","epoch","deviceId")
);

-- CreateTable
CREATE TABLE "KeyWrap" (
    "organisationId" TEXT NOT NULL,
    "what" TEXT NOT NULL,
    "epoch" INTEGER NOT NULL,
    "deviceId" TEXT NOT NULL,
    "senderDeviceId" TEXT NOT NULL,
    "blob" BYTEA NOT NULL,

    CONSTRAINT "KeyWrap_pkey" PRIMARY KEY ("organisationId","what","epoch","deviceId")
);

-- CreateTable
CREATE TABLE "Mailbox" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "tokenHash" BYTEA NOT NULL,
    "state" TEXT NOT NULL,
    "arrival" SERIAL NOT NULL,
    "openedDay" INTEGER NOT NULL,
    "expiresDay" INTEGER NOT NULL,
    "leaseDeviceId" TEXT,
    "leaseMemberId" TEXT,
    "checkpointN" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "Mailbox_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Frame" (
    "id" TEXT NOT NULL,
    "mailboxId" TEXT NOT NULL,
    "direction" INTEGER NOT NULL,
    "ordinal" SERIAL NOT NULL,
    "blob" BYTEA NOT NULL,

    CONSTRAINT "Frame_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "Checkpoint" (
    "mailboxId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "blob" BYTEA NOT NULL,

    CONSTRAINT "Checkpoint_pkey" PRIMARY KEY ("mailboxId")
);

-- CreateTable
CREATE TABLE "ConversationKeyWrap" (
    "mailboxId" TEXT NOT NULL,
    "deviceId" TEXT NOT NULL,
    "senderDeviceId" TEXT NOT NULL,
    "blob" BYTEA NOT NULL,

    CONSTRAINT "ConversationKeyWrap_pkey" PRIMARY KEY ("mailboxId","deviceId")
);

-- CreateTable
CREATE TABLE "ArchiveRecord" (
    "mailboxId" TEXT NOT NULL,
    "i" INTEGER NOT NULL,
    "direction" INTEGER NOT NULL,
    "blob" BYTEA NOT NULL,

    CONSTRAINT "ArchiveRecord_pkey" PRIMARY KEY ("mailboxId","i")
);

-- CreateIndex
CREATE UNIQUE INDEX "Member_loginName_key" ON "Member"("loginName");

-- CreateIndex
CREATE INDEX "Member_organisationId_idx" ON "Member"("organisationId");

-- CreateIndex
CREATE INDEX "Session_memberId_idx" ON "Session"("memberId");

-- CreateIndex
CREATE UNIQUE INDEX "Mailbox_arrival_key" ON "Mailbox"("arrival");

-- CreateIndex
CREATE INDEX "Mailbox_organisationId_state_idx" ON "Mailbox"("organisationId", "state");

-- CreateIndex
CREATE INDEX "Mailbox_leaseMemberId_idx" ON "Mailbox"("leaseMemberId");

-- CreateIndex
CREATE UNIQUE INDEX "Frame_ordinal_key" ON "Frame"("ordinal");

-- CreateIndex
CREATE INDEX "Frame_mailboxId_direction_idx" ON "Frame"("mailboxId", "direction");

-- AddForeignKey
ALTER TABLE "Invitation" ADD CONSTRAINT "Invitation_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Member" ADD CONSTRAINT "Member_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Session" ADD CONSTRAINT "Session_memberId_fkey" FOREIGN KEY ("memberId") REFERENCES "Member"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "DirectoryEntry" ADD CONSTRAINT "DirectoryEntry_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "TeamEpochSeal" ADD CONSTRAINT "TeamEpochSeal_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "KeyWrap" ADD CONSTRAINT "KeyWrap_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Mailbox" ADD CONSTRAINT "Mailbox_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Frame" ADD CONSTRAINT "Frame_mailboxId_fkey" FOREIGN KEY ("mailboxId") REFERENCES "Mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Checkpoint" ADD CONSTRAINT "Checkpoint_mailboxId_fkey" FOREIGN KEY ("mailboxId") REFERENCES "Mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ConversationKeyWrap" ADD CONSTRAINT "ConversationKeyWrap_mailboxId_fkey" FOREIGN KEY ("mailboxId") REFERENCES "Mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ArchiveRecord" ADD CONSTRAINT "ArchiveRecord_mailboxId_fkey" FOREIGN KEY ("mailboxId") REFERENCES "Mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;
