GRANT SELECT, INSERT, UPDATE, DELETE ON token_entry, scheduled_tasks, read_model_tally, read_model_check, document_round TO "${applicationRole}";
