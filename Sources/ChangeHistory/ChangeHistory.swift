// ChangeHistory
