-- AlterTable
ALTER TABLE "ChannelPace" ADD COLUMN     "recent" JSONB NOT NULL DEFAULT '[]';
