-- The history itself can only grow.
CREATE TRIGGER door_change_insert BEFORE INSERT ON change BEGIN
    SELECT RAISE(ABORT, '只能在一项操作中写入台账') WHERE NOT EXISTS (SELECT 1 FROM open_operation);
END;
CREATE TRIGGER door_change_update BEFORE UPDATE ON change BEGIN
    SELECT RAISE(ABORT, 'change: 只能新增，不能修改或删除');
END;
CREATE TRIGGER door_change_delete BEFORE DELETE ON change BEGIN
    SELECT RAISE(ABORT, 'change: 只能新增，不能修改或删除');
END;
CREATE TRIGGER door_operation_delete BEFORE DELETE ON operation BEGIN
    SELECT RAISE(ABORT, 'operation: 有改动的操作不能删除')
    WHERE EXISTS (SELECT 1 FROM change WHERE operation_id = OLD.id);
END;

-- The ledger keeps the name it was made with.
CREATE TRIGGER door_ledger_insert BEFORE INSERT ON ledger BEGIN
    SELECT RAISE(ABORT, 'ledger: 只能有一行') WHERE EXISTS (SELECT 1 FROM ledger);
END;
CREATE TRIGGER door_ledger_update BEFORE UPDATE ON ledger BEGIN
    SELECT RAISE(ABORT, 'ledger: 不能修改');
END;
CREATE TRIGGER door_ledger_delete BEFORE DELETE ON ledger BEGIN
    SELECT RAISE(ABORT, 'ledger: 不能删除');
END;

-- What was frozen stays as it was: a period is frozen and unfrozen whole.
CREATE TRIGGER frozen_freeze BEFORE UPDATE ON freeze BEGIN
    SELECT RAISE(ABORT, 'freeze: 冻结的期次不能修改，只能解冻');
END;
CREATE TRIGGER frozen_indicator_stays BEFORE UPDATE ON frozen_indicator BEGIN
    SELECT RAISE(ABORT, 'frozen_indicator: 冻结的期次不能修改，只能解冻');
END;
