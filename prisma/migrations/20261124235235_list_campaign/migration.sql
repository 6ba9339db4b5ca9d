-- AlterEnum
ALTER TYPE "SubmissionState" ADD VALUE 'prepared';

-- DropIndex
DROP INDEX "ListSubmission_departmentId_idx";

-- AlterTable
ALTER TABLE "ListCampaign" ADD COLUMN     "edition" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "version" INTEGER NOT NULL DEFAULT 0;

-- AlterTable
ALTER TABLE "ListSubmission" ADD COLUMN     "preparedAt" TIMESTAMPTZ(3),
ADD COLUMN     "preparedById" TEXT;

-- CreateTable
CREATE TABLE "ListEvent" (
    "id" TEXT NOT NULL,
    "campaignId" TEXT NOT NULL,
    "submissionId" TEXT,
    "sequence" INTEGER NOT NULL,
    "kind" TEXT NOT NULL,
    "actorId" TEXT,
    "departmentId" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "article" TEXT,
    "payload" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "ListEvent_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "ListEvent_at_idx" ON "ListEvent"("at");

-- CreateIndex
CREATE UNIQUE INDEX "ListEvent_submissionId_sequence_key" ON "ListEvent"("submissionId", "sequence");

-- CreateIndex
CREATE UNIQUE INDEX "ListEvent_campaign_key" ON "ListEvent"("campaignId", "sequence") WHERE ("submissionId" IS NULL);

-- CreateIndex
CREATE INDEX "ListSubmission_departmentId_list_state_idx" ON "ListSubmission"("departmentId", "list", "state");

-- AddForeignKey
ALTER TABLE "ListSubmission" ADD CONSTRAINT "ListSubmission_preparedById_fkey" FOREIGN KEY ("preparedById") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListEvent" ADD CONSTRAINT "ListEvent_campaignId_fkey" FOREIGN KEY ("campaignId") REFERENCES "ListCampaign"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListEvent" ADD CONSTRAINT "ListEvent_submissionId_fkey" FOREIGN KEY ("submissionId") REFERENCES "ListSubmission"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListEvent" ADD CONSTRAINT "ListEvent_actorId_fkey" FOREIGN KEY ("actorId") REFERENCES "Person"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "ListEvent" ADD CONSTRAINT "ListEvent_departmentId_fkey" FOREIGN KEY ("departmentId") REFERENCES "Department"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- What happened is never changed.
CREATE TRIGGER "ListEvent_append_only" BEFORE UPDATE OR DELETE ON "ListEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
