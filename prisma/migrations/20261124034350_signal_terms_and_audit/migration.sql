-- CreateTable
CREATE TABLE "TermsProposal" (
    "organisationId" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "day" INTEGER NOT NULL,
    "terms" TEXT NOT NULL,

    CONSTRAINT "TermsProposal_pkey" PRIMARY KEY ("organisationId")
);

-- CreateTable
CREATE TABLE "AuditEntry" (
    "organisationId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "actor" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "refCommit" BYTEA NOT NULL,
    "prev" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "AuditEntry_pkey" PRIMARY KEY ("organisationId","n")
);

-- CreateTable
CREATE TABLE "AuditRef" (
    "organisationId" TEXT NOT NULL,
    "n" INTEGER NOT NULL,
    "salt" BYTEA NOT NULL,
    "ref" TEXT NOT NULL,

    CONSTRAINT "AuditRef_pkey" PRIMARY KEY ("organisationId","n")
);

-- AddForeignKey
ALTER TABLE "TermsProposal" ADD CONSTRAINT "TermsProposal_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditEntry" ADD CONSTRAINT "AuditEntry_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "AuditRef" ADD CONSTRAINT "AuditRef_organisationId_n_fkey" FOREIGN KEY ("organisationId", "n") REFERENCES "AuditEntry"("organisationId", "n") ON DELETE CASCADE ON UPDATE CASCADE;
