-- AlterTable
ALTER TABLE "Organisation" ADD COLUMN     "reachableUntil" INTEGER;
