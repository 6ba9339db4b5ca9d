-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN     "toldQuarter" INTEGER NOT NULL DEFAULT 0;
