-- The keys the log is signed with, one after the other: public keys, so that everybody can check every checkpoint ever signed.

CREATE TABLE ledger_log_key (
    number    integer     GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    vkey      text        NOT NULL UNIQUE,
    from_size bigint      NOT NULL CHECK (from_size >= 0),
    statement text,
    since     timestamptz NOT NULL DEFAULT now()
);

COMMENT ON COLUMN ledger_log_key.from_size IS 'checkpoints of this size and larger ones are signed with it, until the next key of its kind';
COMMENT ON COLUMN ledger_log_key.statement IS 'the note in which the key before says so; null for the first key';

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_log_key
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

REVOKE ALL ON ledger_log_key FROM PUBLIC;
