-- AlterTable
ALTER TABLE "ConsentRegistration" ADD COLUMN     "left" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "Approval" (
    "organisationId" TEXT NOT NULL,
    "refHash" BYTEA NOT NULL,
    "memberId" TEXT NOT NULL,
    "contentHash" BYTEA NOT NULL,
    "day" INTEGER NOT NULL,

    CONSTRAINT "Approval_pkey" PRIMARY KEY ("organisationId","refHash","memberId")
);

-- CreateTable
CREATE TABLE "Release" (
    "id" TEXT NOT NULL,
    "organisationId" TEXT NOT NULL,
    "scope" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "memberId" TEXT NOT NULL,
    "fileHash" BYTEA NOT NULL,
    "file" BYTEA,

    CONSTRAINT "Release_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "Release_organisationId_idx" ON "Release"("organisationId");

-- CreateIndex
CREATE INDEX "Release_day_idx" ON "Release"("day");

-- AddForeignKey
ALTER TABLE "Approval" ADD CONSTRAINT "Approval_organisationId_refHash_fkey" FOREIGN KEY ("organisationId", "refHash") REFERENCES "SealedSignal"("organisationId", "refHash") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "Release" ADD CONSTRAINT "Release_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
