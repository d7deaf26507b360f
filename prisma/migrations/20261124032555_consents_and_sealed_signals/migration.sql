-- CreateTable
CREATE TABLE "ConsentRegistration" (
    "refHash" BYTEA NOT NULL,
    "bodyHash" BYTEA NOT NULL,
    "day" INTEGER NOT NULL,
    "withdrawn" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "ConsentRegistration_pkey" PRIMARY KEY ("refHash")
);

-- CreateTable
CREATE TABLE "SealedSignal" (
    "organisationId" TEXT NOT NULL,
    "refHash" BYTEA NOT NULL,
    "scope" INTEGER NOT NULL,
    "epoch" INTEGER NOT NULL,
    "day" INTEGER NOT NULL,
    "blob" BYTEA NOT NULL,

    CONSTRAINT "SealedSignal_pkey" PRIMARY KEY ("organisationId","refHash")
);

-- CreateIndex
CREATE INDEX "ConsentRegistration_day_idx" ON "ConsentRegistration"("day");

-- CreateIndex
CREATE INDEX "SealedSignal_refHash_idx" ON "SealedSignal"("refHash");

-- AddForeignKey
ALTER TABLE "SealedSignal" ADD CONSTRAINT "SealedSignal_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- No samples of them: see the migration "no samples of what people send".
ALTER TABLE "ConsentRegistration" ALTER COLUMN "refHash" SET STATISTICS 0, ALTER COLUMN "bodyHash" SET STATISTICS 0;
ALTER TABLE "SealedSignal" ALTER COLUMN "refHash" SET STATISTICS 0, ALTER COLUMN "blob" SET STATISTICS 0;
