-- AlterTable
ALTER TABLE "CatalogVersion" ADD COLUMN     "itemsKey" TEXT,
ADD COLUMN     "nameKey" TEXT;

-- CreateIndex
CREATE INDEX "CatalogVersion_published_name_idx" ON "CatalogVersion"("nameKey") WHERE ("state" = 'published');

-- CreateIndex
CREATE INDEX "CatalogVersion_published_items_idx" ON "CatalogVersion"("itemsKey") WHERE ("state" = 'published');

-- CreateIndex
CREATE INDEX "Membership_personId_idx" ON "Membership"("personId");

-- CreateIndex
CREATE INDEX "Membership_role_idx" ON "Membership"("role");

-- CreateIndex
CREATE INDEX "Request_handlerId_state_idx" ON "Request"("handlerId", "state");

-- CreateIndex
CREATE INDEX "RequestEvent_actorId_at_idx" ON "RequestEvent"("actorId", "at");
