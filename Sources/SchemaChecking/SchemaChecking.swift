// SchemaChecking
