-- CreateTable
CREATE TABLE "EarlierRecord" (
    "organisationId" TEXT NOT NULL,
    "siteVersion" INTEGER NOT NULL,
    "siteEntry" BYTEA NOT NULL,
    "adminCert" BYTEA NOT NULL,
    "untilDay" INTEGER NOT NULL,

    CONSTRAINT "EarlierRecord_pkey" PRIMARY KEY ("organisationId","siteVersion")
);

-- AddForeignKey
ALTER TABLE "EarlierRecord" ADD CONSTRAINT "EarlierRecord_organisationId_fkey" FOREIGN KEY ("organisationId") REFERENCES "Organisation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
