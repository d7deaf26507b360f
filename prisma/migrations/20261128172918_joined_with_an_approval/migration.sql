-- AlterTable
ALTER TABLE "PatternApproval" ADD COLUMN     "joined" BYTEA;

-- As for the rest of this table: ANALYZE keeps samples of what a column holds.
ALTER TABLE "PatternApproval" ALTER COLUMN "joined" SET STATISTICS 0;
