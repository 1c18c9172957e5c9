-- The keys that personal data in events are encrypted with, one for each person: the one thing here that may be destroyed, on record.

CREATE TABLE subject_key (
    subject        text        PRIMARY KEY,
    wrapped        bytea,
    made_at        timestamptz NOT NULL DEFAULT now(),
    erased_at      timestamptz,
    erased_because text,
    CHECK ((wrapped IS NULL) = (erased_at IS NOT NULL) AND (erased_at IS NULL) = (erased_because IS NULL))
);

COMMENT ON COLUMN subject_key.wrapped IS 'the key, encrypted with the master key; null once it is erased';

CREATE OR REPLACE FUNCTION subject_key_is_only_erased() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.wrapped IS NULL OR NEW.wrapped IS NOT NULL OR NEW.subject <> OLD.subject OR NEW.made_at <> OLD.made_at THEN
        RAISE EXCEPTION 'the key of % can be erased once, and nothing else', OLD.subject USING ERRCODE = 'restrict_violation';
    END IF;
    RETURN NEW;
END
$$;

CREATE TRIGGER only_erased BEFORE UPDATE ON subject_key FOR EACH ROW EXECUTE FUNCTION subject_key_is_only_erased();
CREATE TRIGGER stays BEFORE DELETE OR TRUNCATE ON subject_key FOR EACH STATEMENT EXECUTE FUNCTION ledger_refuse_change();

REVOKE ALL ON subject_key FROM PUBLIC;
