-- AlterTable
ALTER TABLE "Reminder" ADD COLUMN     "number" SERIAL NOT NULL,
ADD COLUMN     "step" TEXT;

-- CreateTable
CREATE TABLE "ReminderHold" (
    "personId" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "subjectKind" TEXT NOT NULL,
    "subjectId" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3),
    "createdAt" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "ReminderHold_pkey" PRIMARY KEY ("personId","rule","subjectKind","subjectId")
);

-- CreateIndex
CREATE UNIQUE INDEX "Reminder_number_key" ON "Reminder"("number");

-- CreateIndex
CREATE INDEX "Reminder_personId_sentAt_idx" ON "Reminder"("personId", "sentAt");

-- AddForeignKey
ALTER TABLE "ReminderHold" ADD CONSTRAINT "ReminderHold_personId_fkey" FOREIGN KEY ("personId") REFERENCES "Person"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
