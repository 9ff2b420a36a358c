package org.liaison.auditlog.book;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.liaison.database.Database;
import org.liaison.database.DatabaseSettings;
import org.liaison.message.Bytes;
import org.liaison.message.Entry;
import org.liaison.message.Entry.Event;

/// Prints how many entries of 3 KiB a book takes in a second, for batches of several sizes. Not a test: a program to be
/// run by hand, with an empty folder as its argument.
final class AppendRate {

    private static final int SLIP = 1200;
    private static final int EVIDENCE = 1000;
    private static final Random RANDOM = new Random(1);

    private AppendRate() {}

    public static void main(String[] arguments) {
        try (Database database = Database.open(
                        DatabaseSettings.embedded(Path.of(arguments[0])), "classpath:org/liaison/auditlog/schema");
                BookInPostgres book = BookInPostgres.open(database.source(), TestLog.SIGNER, TestLog.CLOCK)) {
            System.out.println(entry().toJson());
            measure(book, 500, 40);
            for (int batch : new int[] {500, 100, 1, 500, 100, 1})
                measure(book, batch, batch == 1 ? 500 : 20_000 / batch);
        }
    }

    private static void measure(BookInPostgres book, int size, int batches) {
        List<List<Entry>> work = new ArrayList<>();
        for (int b = 0; b < batches; b++) {
            List<Entry> batch = new ArrayList<>();
            for (int i = 0; i < size; i++) batch.add(entry());
            work.add(batch);
        }
        long start = System.nanoTime();
        for (List<Entry> batch : work) book.append(batch);
        double seconds = (System.nanoTime() - start) / 1e9;
        System.out.printf(
                "batch %4d: %8.0f entries/s, %6.2f ms a batch, log size %d%n",
                size,
                size * batches / seconds,
                1000 * seconds / batches,
                book.head().size());
    }

    private static Entry entry() {
        return new Entry(
                Event.SUBMISSION_ACCEPTANCE,
                TestLog.NOW,
                Optional.of(TestLog.message()),
                Optional.of(random(SLIP)),
                Optional.of(random(EVIDENCE)),
                "");
    }

    private static Bytes random(int length) {
        byte[] bytes = new byte[length];
        RANDOM.nextBytes(bytes);
        return Bytes.owned(bytes);
    }
}
