-- What a returned file says of itself: who saved it last and when; and what in it names another unit or period than was sent.
ALTER TABLE exchange_return ADD COLUMN saved_by TEXT;
ALTER TABLE exchange_return ADD COLUMN saved_at INTEGER CHECK (saved_at >= 0);
ALTER TABLE exchange_return ADD COLUMN mismatch TEXT;
