-- ANALYZE keeps samples of what a column holds, whole values of up to a kilobyte: of a table of frames it
-- would keep ciphertext, and ids of mailboxes, long after they were deleted. No plan needs them.
ALTER TABLE "Mailbox" ALTER COLUMN "id" SET STATISTICS 0, ALTER COLUMN "tokenHash" SET STATISTICS 0;
ALTER TABLE "Frame" ALTER COLUMN "id" SET STATISTICS 0, ALTER COLUMN "mailboxId" SET STATISTICS 0, ALTER COLUMN "blob" SET STATISTICS 0;
ALTER TABLE "Checkpoint" ALTER COLUMN "mailboxId" SET STATISTICS 0, ALTER COLUMN "blob" SET STATISTICS 0;
ALTER TABLE "ConversationKeyWrap" ALTER COLUMN "mailboxId" SET STATISTICS 0, ALTER COLUMN "blob" SET STATISTICS 0;
ALTER TABLE "ArchiveRecord" ALTER COLUMN "mailboxId" SET STATISTICS 0, ALTER COLUMN "blob" SET STATISTICS 0;
