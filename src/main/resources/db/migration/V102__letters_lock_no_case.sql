-- A letter is written while its order is locked, and to check the key would lock the case after it (ADR 0118). Cases are never deleted.
ALTER TABLE case_letter DROP FOREIGN KEY fk_case_letter_case;
