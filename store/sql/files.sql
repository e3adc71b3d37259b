-- name: files_one(key)
SELECT file_id FROM files WHERE key = :key;

-- name: files_keep(key, file_id)
INSERT INTO files (key, file_id) VALUES (:key, :file_id)
ON CONFLICT (key) DO UPDATE SET file_id = excluded.file_id;
