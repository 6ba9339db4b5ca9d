-- AlterTable
ALTER TABLE "Broadcast" ADD COLUMN     "canary" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "canaryAt" TIMESTAMPTZ(3),
ADD COLUMN     "forwardedAt" TIMESTAMPTZ(3),
ADD COLUMN     "recalls" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "Outbox" ADD COLUMN     "batchKey" TEXT,
ADD COLUMN     "callId" TEXT,
ADD COLUMN     "trail" JSONB NOT NULL DEFAULT '[]';

-- CreateTable
CREATE TABLE "ChannelPace" (
    "channel" TEXT NOT NULL,
    "nextAt" TIMESTAMPTZ(3) NOT NULL,
    "blockedUntil" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "ChannelPace_pkey" PRIMARY KEY ("channel")
);

-- CreateIndex
CREATE INDEX "Outbox_broadcastId_state_idx" ON "Outbox"("broadcastId", "state");

-- CreateIndex
CREATE INDEX "Outbox_broadcast_waiting_idx" ON "Outbox"("broadcastId", "channel", "priority", "batchKey", "id") WHERE ("state" = 'pending' AND "broadcastId" IS NOT NULL);

-- CreateIndex
CREATE INDEX "Outbox_broadcast_under_way_idx" ON "Outbox"("channel", "claimedAt") WHERE ("state" = 'sending' AND "broadcastId" IS NOT NULL);
