-- AlterTable
ALTER TABLE "SealedSignal" ADD COLUMN     "originId" TEXT;

-- AlterTable
ALTER TABLE "Release" ADD COLUMN     "quarter" TEXT;

-- CreateTable
CREATE TABLE "PatternApproval" (
    "organisationId" TEXT NOT NULL,
    "quarter" TEXT NOT NULL,
    "memberId" TEXT NOT NULL,
    "contentHash" BYTEA NOT NULL,
    "pool" BYTEA NOT NULL,
    "placed" BYTEA NOT NULL,
    "day" INTEGER NOT NULL,

    CONSTRAINT "PatternApproval_pkey" PRIMARY KEY ("organisationId","quarter","memberId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Release_organisationId_quarter_key" ON "Release"("organisationId", "quarter");

-- AddForeignKey
ALTER TABLE "PatternApproval" ADD CONSTRAINT "PatternApproval_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- As for the other tables that a person's data reaches: ANALYZE keeps samples of what a column holds.
ALTER TABLE "PatternApproval" ALTER COLUMN "contentHash" SET STATISTICS 0, ALTER COLUMN "pool" SET STATISTICS 0, ALTER COLUMN "placed" SET STATISTICS 0;
