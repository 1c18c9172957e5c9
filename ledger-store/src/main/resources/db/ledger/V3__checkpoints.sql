-- What the log has said it is: signed notes, each of a larger tree than the one before.

CREATE TABLE ledger_checkpoint (
    size      bigint      PRIMARY KEY CHECK (size >= 0),
    note      text        NOT NULL,
    signed_at timestamptz NOT NULL DEFAULT now()
);

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_checkpoint
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

REVOKE ALL ON ledger_checkpoint FROM PUBLIC;
