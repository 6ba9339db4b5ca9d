-- What schema.prisma cannot say: rules that a row itself can carry, and logs that only grow.

-- Everybody but a public requester acts for a department.
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_department_check"
  CHECK ("role" = 'public' OR "departmentId" IS NOT NULL);
ALTER TABLE "Membership" ADD CONSTRAINT "Membership_term_check"
  CHECK ("until" IS NULL OR "until" >= "since");

ALTER TABLE "BindingCode" ADD CONSTRAINT "BindingCode_term_check" CHECK ("expiresAt" > "issuedAt");

-- Returned with reasons (Art. 16, record-filing).
ALTER TABLE "CatalogVersion" ADD CONSTRAINT "CatalogVersion_return_check"
  CHECK ("state" <> 'returned' OR coalesce(btrim("returnReason"), '') <> '');

-- Arts. 22 and 24: a refusal gives its reason and its basis.
ALTER TABLE "Request" ADD CONSTRAINT "Request_refusal_check"
  CHECK ("state" <> 'refused' OR (coalesce(btrim("decisionReason"), '') <> '' AND coalesce(btrim("decisionBasis"), '') <> ''));
ALTER TABLE "Request" ADD CONSTRAINT "Request_decision_check"
  CHECK ("state" NOT IN ('approved', 'refused') OR "decidedAt" IS NOT NULL);
-- Four eyes: nobody answers a request of their own.
ALTER TABLE "Request" ADD CONSTRAINT "Request_four_eyes_check" CHECK ("decidedById" <> "requesterId");
ALTER TABLE "Request" ADD CONSTRAINT "Request_parties_check"
  CHECK ("kind" <> 'share' OR ("requesterDepartmentId" IS NOT NULL AND "requesterDepartmentId" <> "providerDepartmentId"));
ALTER TABLE "Request" ADD CONSTRAINT "Request_correction_check"
  CHECK (("kind" = 'correction') = ("correction" IS NOT NULL));
ALTER TABLE "Request" ADD CONSTRAINT "Request_supplement_check"
  CHECK ("state" <> 'supplement_asked' OR coalesce(btrim("supplementAsked"), '') <> '');

-- A clock belongs to one thing.
ALTER TABLE "DeadlineEvent" ADD CONSTRAINT "DeadlineEvent_subject_check"
  CHECK (num_nonnulls("requestId", "dutyId", "submissionId") = 1);
ALTER TABLE "DeadlineEvent" ADD CONSTRAINT "DeadlineEvent_extension_check"
  CHECK (("kind" = 'extended') = ("days" IS NOT NULL));

ALTER TABLE "ListSubmission" ADD CONSTRAINT "ListSubmission_return_check"
  CHECK ("state" <> 'returned' OR coalesce(btrim("returnReason"), '') <> '');

-- Two people release a broadcast.
ALTER TABLE "Broadcast" ADD CONSTRAINT "Broadcast_two_people_check" CHECK ("releasedById" <> "createdById");
ALTER TABLE "BroadcastRecipient" ADD CONSTRAINT "BroadcastRecipient_reason_check"
  CHECK ("state" = 'planned' OR coalesce(btrim("reason"), '') <> '');

-- Days are days.
ALTER TABLE "Department" ADD CONSTRAINT "Department_day_check" CHECK ("dissolvedOn" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "CatalogEntry" ADD CONSTRAINT "CatalogEntry_day_check" CHECK ("dataUpdatedOn" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "CatalogVersion" ADD CONSTRAINT "CatalogVersion_day_check" CHECK ("publishedOn" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "Request" ADD CONSTRAINT "Request_day_check"
  CHECK ("receivedOn" ~ '^\d{4}-\d{2}-\d{2}$' AND "termFrom" ~ '^\d{4}-\d{2}-\d{2}$' AND "termUntil" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "DeadlineEvent" ADD CONSTRAINT "DeadlineEvent_day_check" CHECK ("on" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "Duty" ADD CONSTRAINT "Duty_day_check"
  CHECK ("occurredOn" ~ '^\d{4}-\d{2}-\d{2}$' AND "dueOn" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "ListCampaign" ADD CONSTRAINT "ListCampaign_day_check" CHECK ("dueOn" ~ '^\d{4}-\d{2}-\d{2}$');
ALTER TABLE "Reminder" ADD CONSTRAINT "Reminder_day_check" CHECK ("statutoryOn" ~ '^\d{4}-\d{2}-\d{2}$');

-- Logs only grow.
CREATE FUNCTION "refuse_change"() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of "%" are never changed or deleted', TG_TABLE_NAME;
END $$;
CREATE TRIGGER "AuditRecord_append_only" BEFORE UPDATE OR DELETE ON "AuditRecord"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "RequestEvent_append_only" BEFORE UPDATE OR DELETE ON "RequestEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
CREATE TRIGGER "DeadlineEvent_append_only" BEFORE UPDATE OR DELETE ON "DeadlineEvent"
  FOR EACH ROW EXECUTE FUNCTION "refuse_change"();
