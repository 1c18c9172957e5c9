-- The key of the hashes that read models hold in place of applicants' codes: one for each ledger, made here and never changed.

CREATE TABLE ledger_code_key (
    single  boolean     PRIMARY KEY DEFAULT true CHECK (single),
    key     bytea       NOT NULL CHECK (octet_length(key) = 32),
    made_at timestamptz NOT NULL DEFAULT now()
);

-- Each of the two carries 122 bits of PostgreSQL's cryptographic random numbers.
INSERT INTO ledger_code_key (key) VALUES (uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid()));

CREATE TRIGGER append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ledger_code_key
    FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

REVOKE ALL ON ledger_code_key FROM PUBLIC;
