-- AlterTable
ALTER TABLE "Draft" ALTER COLUMN "ownerId" DROP NOT NULL;

-- Every draft belongs to a person or to the conversation of somebody who is not bound yet.
ALTER TABLE "Draft" ADD CONSTRAINT "Draft_owner_check" CHECK ("ownerId" IS NOT NULL OR "conversationId" IS NOT NULL);
