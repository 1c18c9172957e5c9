-- What the role of the application may do: read, and append.

REVOKE ALL ON ledger_event, ledger_node, ledger_checkpoint, ledger_log_key, ledger_cosignature, ledger_publication,
    ledger_verification, ledger_head, idempotency_key, subject_key, ledger_code_key FROM "${applicationRole}";
GRANT USAGE ON SCHEMA public TO "${applicationRole}";
GRANT SELECT, INSERT ON ledger_event, ledger_node, ledger_checkpoint, ledger_log_key, ledger_cosignature, ledger_publication,
    ledger_verification TO "${applicationRole}";
GRANT SELECT, UPDATE ON ledger_head TO "${applicationRole}";
GRANT SELECT, INSERT, UPDATE (wrapped, erased_at, erased_because) ON subject_key TO "${applicationRole}";
GRANT SELECT, INSERT ON idempotency_key TO "${applicationRole}";

REVOKE ALL ON ledger_clock, ledger_clock_confirmation FROM "${applicationRole}";
GRANT SELECT, INSERT, UPDATE ON ledger_clock TO "${applicationRole}";
GRANT SELECT, INSERT ON ledger_clock_confirmation TO "${applicationRole}";
GRANT SELECT ON ledger_code_key TO "${applicationRole}";
