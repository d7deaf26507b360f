-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "reachableBy" TEXT;
