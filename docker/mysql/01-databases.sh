#!/bin/bash
# Runs once, on an empty data volume: a database and a least-privileged user for each of the application's two roles and for Camunda.
set -euo pipefail

for name in DEVOLUTION_DB_PASSWORD DEVOLUTION_SCHEMA_PASSWORD CAMUNDA_DB_PASSWORD; do
  if [[ ! ${!name:-} =~ ^[A-Za-z0-9_.-]{16,}$ ]]; then
    echo "$name must have at least 16 characters, all of them letters, digits, '_', '.' or '-'" >&2
    exit 1
  fi
done

MYSQL_PWD="$MYSQL_ROOT_PASSWORD" mysql --protocol=SOCKET --user=root <<SQL
CREATE DATABASE devolution CHARACTER SET utf8mb4;
CREATE DATABASE camunda CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;

-- serves requests and jobs: reads and writes rows, changes no table, view or trigger
CREATE USER 'devolution'@'%' IDENTIFIED BY '$DEVOLUTION_DB_PASSWORD' REQUIRE SSL;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE TEMPORARY TABLES ON devolution.* TO 'devolution'@'%';

-- migrates the schema when the application starts
CREATE USER 'devolution_schema'@'%' IDENTIFIED BY '$DEVOLUTION_SCHEMA_PASSWORD' REQUIRE SSL;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES, TRIGGER, CREATE VIEW, SHOW VIEW, CREATE TEMPORARY TABLES
  ON devolution.* TO 'devolution_schema'@'%';

-- Camunda's secondary storage, whose schema Camunda keeps itself
CREATE USER 'camunda'@'%' IDENTIFIED BY '$CAMUNDA_DB_PASSWORD' REQUIRE SSL;
GRANT SELECT, INSERT, UPDATE, DELETE, CREATE, ALTER, DROP, INDEX, REFERENCES ON camunda.* TO 'camunda'@'%';
SQL
