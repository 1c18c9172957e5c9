GRANT SELECT, INSERT, UPDATE, DELETE ON token_entry, scheduled_tasks TO "${applicationRole}";
