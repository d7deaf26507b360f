-- As for the other tables that a person's data reaches: ANALYZE keeps samples of what a column holds.
ALTER TABLE "Margin" ALTER COLUMN "mailboxId" SET STATISTICS 0, ALTER COLUMN "blob" SET STATISTICS 0;
ALTER TABLE "Approval" ALTER COLUMN "refHash" SET STATISTICS 0, ALTER COLUMN "contentHash" SET STATISTICS 0;
ALTER TABLE "Release" ALTER COLUMN "fileHash" SET STATISTICS 0, ALTER COLUMN "file" SET STATISTICS 0;
