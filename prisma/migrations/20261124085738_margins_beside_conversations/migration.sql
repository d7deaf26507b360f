-- CreateTable
CREATE TABLE "Margin" (
    "mailboxId" TEXT NOT NULL,
    "blob" BYTEA NOT NULL,

    CONSTRAINT "Margin_pkey" PRIMARY KEY ("mailboxId")
);

-- AddForeignKey
ALTER TABLE "Margin" ADD CONSTRAINT "Margin_mailboxId_fkey" FOREIGN KEY ("mailboxId") REFERENCES "Mailbox"("id") ON DELETE CASCADE ON UPDATE CASCADE;
