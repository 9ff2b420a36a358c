package org.liaison.database;

import java.util.List;

/// How our own server runs: durable, private, small.
final class ServerSettings {

    private ServerSettings() {}

    static List<String> of(int port, int connections) {
        return List.of(
                // Durable: said here although these are the defaults, so that no configuration file can differ.
                "fsync=on",
                "synchronous_commit=on",
                "full_page_writes=on",
                // Private: loopback only, no socket in a shared folder, no row of a table ever in the log.
                "listen_addresses=127.0.0.1",
                "port=" + port,
                "unix_socket_directories=",
                "password_encryption=scram-sha-256",
                "log_min_messages=warning",
                "log_min_error_statement=panic",
                "log_error_verbosity=terse",
                "log_checkpoints=off",
                // Small: one program, few connections, short queries.
                "max_connections=" + Math.max(30, connections + 10),
                "shared_buffers=32MB",
                "max_wal_size=256MB",
                "wal_level=minimal",
                "max_wal_senders=0",
                "autovacuum_worker_slots=2",
                "autovacuum_max_workers=2",
                "max_worker_processes=2",
                "max_logical_replication_workers=0",
                "max_parallel_workers_per_gather=0",
                "io_method=sync",
                "huge_pages=off",
                "jit=off",
                "timezone=UTC");
    }
}
