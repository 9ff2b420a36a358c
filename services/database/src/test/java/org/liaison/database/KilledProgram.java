package org.liaison.database;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;

/// A program with a database of its own that writes one row and then waits to be killed.
final class KilledProgram {

    private KilledProgram() {}

    static Process start(Path folder) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-cp",
                        System.getProperty("java.class.path"),
                        KilledProgram.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    static long postmasterOf(Process program) throws IOException {
        BufferedReader said = program.inputReader();
        return Long.parseLong(said.readLine());
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        Database database = Database.open(DatabaseSettings.embedded(folder), "classpath:org/liaison/database/first");
        try (Connection connection = database.source().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("INSERT INTO letter VALUES ('written before the kill')");
        }
        System.out.println(
                new ServerFolder(folder.resolve("postgresql")).postmaster().orElseThrow());
        Thread.sleep(Long.MAX_VALUE);
    }
}
